internal import GRDB

extension ServiceDatabase {
    /// When the oldest event happened that no sink has carried on yet, in microseconds since 1970; nil when none waits.
    public func oldestPendingTime() async throws -> Int64? {
        guard pendingEvents > 0 else { return nil }
        let carried = lastSequence - Int64(pendingEvents)
        return try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT time FROM journal WHERE sequence > ? ORDER BY sequence LIMIT 1")
            return try Int64.fetchOne(statement, arguments: [carried])
        }
    }

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
