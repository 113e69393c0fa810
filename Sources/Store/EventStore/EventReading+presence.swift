internal import GRDB

extension EventReading {
    /// Those of these events that the store does not have.
    ///
    /// - Parameter ids: UUIDs, or anything else that JSON writes as it is.
    public func missing(_ ids: [String]) async throws -> Set<String> {
        // All in one statement: every event of a busy service passes here.
        let list = "[\"\(ids.joined(separator: "\",\""))\"]"
        return try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM kafka_logs WHERE event_id = value)
                    """)
            return try Set(String.fetchAll(statement, arguments: [list]))
        }
    }
}
