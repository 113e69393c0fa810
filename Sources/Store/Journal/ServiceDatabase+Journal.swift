internal import GRDB

extension ServiceDatabase {
    /// The entries after `sequence`, in order, `limit` at most.
    public func journalEntries(after sequence: Int64, limit: Int) async throws -> [JournalEntry] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT sequence, event_id, user, event, status, time, message FROM journal
                    WHERE sequence > ? ORDER BY sequence LIMIT ?
                    """)
            return try JournalEntry.fetchAll(statement, sequence, limit)
        }
    }
}
