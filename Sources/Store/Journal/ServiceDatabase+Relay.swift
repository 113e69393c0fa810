public import Events
internal import GRDB

/// The table of how far the journal has been carried to places that keep no such record themselves.
enum RelaySchema {
    static func registerMigrations(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("relays") { db in
            try db.execute(
                sql: """
                    CREATE TABLE relays (
                        destination TEXT PRIMARY KEY,
                        sequence INTEGER NOT NULL -- the last one that the destination has acknowledged
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
    }
}

extension ServiceDatabase {
    /// The last sequence that a destination is known to have, 0 for none.
    public func relayed(to destination: String) async throws -> Int64 {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT sequence FROM relays WHERE destination = ?", arguments: [destination])
        } ?? 0
    }

    /// Remembers that a destination has the journal up to `sequence`.
    public func saveRelayed(to destination: String, through sequence: Int64) async throws {
        try await commit { db -> (result: Void, events: [Event]) in
            try db.execute(
                sql: "INSERT OR REPLACE INTO relays VALUES (?, ?)", arguments: [destination, sequence])
            return ((), [])
        }
    }
}

extension ServiceDatabase {
    /// Forgets what all destinations have: whoever carries next begins at the start of the journal.
    public func resetRelays(event: Event) async throws {
        try await commit { db -> (result: Void, events: [Event]) in
            // How many events a topic has lost is a count, and counts do not go back.
            try db.execute(sql: "DELETE FROM relays WHERE destination NOT LIKE '%/lost'")
            return ((), [event])
        }
    }
}

extension StoreError {
    static func backlogFull(_ path: String) -> StoreError {
        StoreError(.backlogFull, "\(path): too many events wait to be carried on: bring back what they wait for")
    }
}
