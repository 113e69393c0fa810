internal import GRDB
internal import GRDBSQLite

/// A row of the event store while it is being read: its bytes are SQLite's own, and good until the next row.
public struct EventRow {
    private let statement: OpaquePointer

    init(_ statement: Statement) {
        self.statement = statement.sqliteStatement
    }

    /// The row's id.
    public var id: Int64 { sqlite3_column_int64(statement, 0) }

    /// The bytes of the event's name; none where it is not known.
    public func withEvent<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withText(4, body)
    }

    /// The bytes of the message, which are UTF-8 whatever another program has put there.
    public func withMessage<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withText(6, body)
    }

    /// - Parameter column: one of ``StoredEvent/columns``.
    private func withText<Result>(_ column: CInt, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // The text first: where it is made from something else, only then is its length known.
        let text = sqlite3_column_text(statement, column)
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
        if (try? UTF8Span(validating: bytes.span)) != nil { return body(bytes) }
        var repaired = String(decoding: bytes, as: UTF8.self)
        return repaired.withUTF8(body)
    }
}
