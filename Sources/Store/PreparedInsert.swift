internal import Events
internal import GRDB
internal import GRDBSQLite

/// A prepared statement that is run once a row through SQLite's own interface, without a copy of any text.
///
/// GRDB's own arguments would cost more than the insert itself. To be used on the connection's queue only.
struct PreparedInsert {
    /// Keeps `handle` valid.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    func bind(_ index: CInt, integer value: Int64?) {
        guard let value else { return bindNull(index) }
        sqlite3_bind_int64(handle, index, value)
    }

    func bind(_ index: CInt, real value: Double?) {
        guard let value else { return bindNull(index) }
        sqlite3_bind_double(handle, index, value)
    }

    /// Binds text that is not copied: it has to stay in place until ``run()``.
    func bind(_ index: CInt, text: UnsafeBufferPointer<UInt8>?) {
        guard let text else { return bindNull(index) }
        // An empty buffer may have no address, and SQLite takes a null pointer for NULL.
        guard let start = text.baseAddress, !text.isEmpty else {
            sqlite3_bind_text(handle, index, "", 0, nil)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: text.count) { characters in
            _ = sqlite3_bind_text(handle, index, characters, CInt(text.count), nil)
        }
    }

    /// Binds bytes that are not copied: they have to stay in place until ``run()``.
    func bind(_ index: CInt, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, index, blob.baseAddress, CInt(blob.count), nil)
    }

    private func bindNull(_ index: CInt) {
        sqlite3_bind_null(handle, index)
    }

    /// Inserts the row that is bound.
    ///
    /// - Returns: the id of the row inserted last.
    @discardableResult
    func run() throws -> Int64 {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        let connection = sqlite3_db_handle(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
                message: String(cString: sqlite3_errmsg(connection)))
        }
        return sqlite3_last_insert_rowid(connection)
    }
}

extension String {
    /// Lends the UTF-8 bytes in place, as every native string has them.
    func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        return try Array(utf8).withUnsafeBufferPointer(body)
    }
}
