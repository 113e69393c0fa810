internal import GRDB

/// The journal's tables in `service.db`.
enum JournalSchema {
    static let largeTables = ["journal"]

    static func registerMigrations(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("journal") { db in
            try db.execute(
                sql: """
                    -- Append-only, hence the sequence has neither gaps nor repetitions. An index costs every request:
                    -- there is one, and it holds only what somebody's history shows.
                    CREATE TABLE journal (
                        sequence INTEGER PRIMARY KEY,
                        event_id BLOB NOT NULL,
                        user TEXT NOT NULL,
                        event TEXT NOT NULL,
                        status INTEGER NOT NULL,
                        time INTEGER NOT NULL, -- microseconds since 1970
                        in_history INTEGER NOT NULL,
                        message TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX journal_history ON journal (user) WHERE in_history = 1;
                    -- Entries that their user has taken out of the history; the events stay.
                    CREATE TABLE hidden_history (
                        sequence INTEGER PRIMARY KEY REFERENCES journal (sequence)
                    ) STRICT;
                    """)
        }
    }
}
