internal import Events
internal import GRDB

/// What the journal's insert binds: made by whoever appends, so that the one writer has nothing to compute.
struct JournalRow: Sendable {
    let id: EventID
    let user: String
    let name: String
    let status: Int
    let time: Int64
    let inHistory: Bool
    let message: [UInt8]

    init(_ event: Event) {
        id = event.id
        user = event.user
        name = event.name
        status = event.status
        time = event.time
        inHistory = event.belongsToHistory
        message = event.message()
    }
}

/// The journal's one prepared insert.
struct JournalInsert {
    private static let sql = """
        INSERT INTO journal (event_id, user, event, status, time, in_history, message) VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    private let insert: PreparedInsert

    init(_ db: Database) throws {
        insert = try PreparedInsert(db, sql: Self.sql)
    }

    /// - Returns: the row's sequence.
    func run(_ row: JournalRow) throws -> Int64 {
        insert.bind(4, integer: Int64(row.status))
        insert.bind(5, integer: row.time)
        insert.bind(6, integer: row.inHistory ? 1 : 0)
        return try withUnsafeBytes(of: (row.id.high.bigEndian, row.id.low.bigEndian)) { id in
            insert.bind(1, blob: id)
            return try row.user.withBytes { user in
                insert.bind(2, text: user)
                return try row.name.withBytes { name in
                    insert.bind(3, text: name)
                    return try row.message.withUnsafeBufferPointer { message in
                        insert.bind(7, text: message)
                        return try insert.run()
                    }
                }
            }
        }
    }
}
