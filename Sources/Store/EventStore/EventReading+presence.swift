internal import GRDB

extension EventReading {
    /// Those of these events that the store does not have.
    public func missing(_ ids: [String]) async throws -> Set<String> {
        try await read { db in
            let statement = try db.cachedStatement(sql: "SELECT 1 FROM kafka_logs WHERE event_id = ?")
            return try Set(ids.filter { try Bool.fetchOne(statement, arguments: [$0]) == nil })
        }
    }
}
