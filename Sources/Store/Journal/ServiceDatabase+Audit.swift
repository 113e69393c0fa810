internal import Events
internal import Foundation
internal import GRDB

/// Beside how far a destination is, `relays` holds what is known of its way from there into a store: under names that no
/// topic can have.
extension ServiceDatabase {
    /// The last sequence up to which the store of a topic is known to be whole; nil when nobody has looked yet.
    public func storedKnown(of topic: String) async throws -> Int64? {
        try await relayNumber("\(topic)/stored")
    }

    /// Remembers that a store is whole up to `sequence`.
    public func saveStoredKnown(of topic: String, through sequence: Int64) async throws {
        try await saveRelayed(to: "\(topic)/stored", through: sequence)
    }

    /// How many events a topic has lost before they were stored.
    public func lost(from topic: String) async throws -> Int64 {
        try await relayNumber("\(topic)/lost") ?? 0
    }

    /// Remembers how many events a topic has lost.
    public func saveLost(from topic: String, count: Int64) async throws {
        try await saveRelayed(to: "\(topic)/lost", through: count)
    }

    private func relayNumber(_ name: String) async throws -> Int64? {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT sequence FROM relays WHERE destination = ?", arguments: [name])
        }
    }

    /// The names of the events after one sequence and up to another, in order, `limit` at most.
    public func eventIDs(
        after sequence: Int64, through end: Int64, limit: Int
    ) async throws -> [(sequence: Int64, id: String)] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql:
                    "SELECT sequence, event_id FROM journal WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?"
            )
            let rows = try Row.fetchCursor(statement, arguments: [sequence, end, limit])
            var events: [(sequence: Int64, id: String)] = []
            while let row = try rows.next() {
                let id = try row.withUnsafeData(atIndex: 1) { data in
                    data.flatMap { data in data.withUnsafeBytes { EventID(bytes: $0) } }
                }
                events.append((row[0], id?.description ?? ""))
            }
            return events
        }
    }
}
