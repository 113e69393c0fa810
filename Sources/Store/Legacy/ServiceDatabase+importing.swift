package import Events
internal import Foundation
internal import GRDB

extension ServiceDatabase {
    /// The names of all accounts.
    package func usernames() async throws -> Set<String> {
        try await read { db in try String.fetchSet(db, sql: "SELECT username FROM accounts") }
    }

    /// Appends events that bear their old times, but for those that the journal has already.
    ///
    /// - Returns: how many are new.
    package func appendImported(_ events: [Event]) async throws -> Int {
        let present = try await read { db in
            // The journal has no index by identity: one pass over it, where a look-up would be one for each event.
            let ids = try Data.fetchCursor(db, sql: "SELECT event_id FROM journal")
            var present: Set<EventID> = []
            while let id = try ids.next() {
                if let id = id.withUnsafeBytes(EventID.init(bytes:)) { present.insert(id) }
            }
            return present
        }
        let new = events.filter { !present.contains($0.id) }
        for start in stride(from: 0, to: new.count, by: 500) {
            let batch = Array(new[start..<min(start + 500, new.count)])
            try await write { _ in ((), batch) }
        }
        return new.count
    }
}
