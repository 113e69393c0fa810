internal import Events
internal import GRDB
internal import GRDBSQLite

extension JournalEntry {
    /// Reads rows of sequence, event_id, user, event, status, time and message through SQLite's own interface: a
    /// thousand rows at a time pass here, and GRDB's rows would cost more than all the rest.
    static func fetchAll(_ statement: Statement, _ sequence: Int64, _ limit: Int) throws -> [JournalEntry] {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        sqlite3_bind_int64(handle, 1, sequence)
        sqlite3_bind_int64(handle, 2, Int64(limit))
        var entries: [JournalEntry] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: entries.append(JournalEntry(handle))
            case SQLITE_DONE: return entries
            default:
                let connection = sqlite3_db_handle(handle)
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
                    message: String(cString: sqlite3_errmsg(connection)))
            }
        }
    }

    private init(_ row: OpaquePointer) {
        sequence = sqlite3_column_int64(row, 0)
        let id = ColumnBytes.of(row, 1)
        eventID = EventID(bytes: id) ?? EventID(high: 0, low: 0)
        user = String(decoding: ColumnBytes.of(row, 2), as: UTF8.self)
        event = String(decoding: ColumnBytes.of(row, 3), as: UTF8.self)
        status = Int(sqlite3_column_int64(row, 4))
        time = sqlite3_column_int64(row, 5)
        message = [UInt8](ColumnBytes.of(row, 6))
    }
}

/// The bytes of a column, which SQLite lends until the statement moves on.
enum ColumnBytes {
    static func of(_ row: OpaquePointer, _ column: CInt) -> UnsafeRawBufferPointer {
        // In this order: asking for the blob may convert the value, and the length is that of what it became.
        let start = sqlite3_column_blob(row, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
    }
}
