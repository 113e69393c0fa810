internal import GRDB

/// The tables of `events.db`.
enum EventStoreSchema {
    static let largeTables = ["kafka_logs"]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        registerMigrations(&migrator)
        return migrator
    }

    private static func registerMigrations(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("events") { db in
            if try db.tableExists("kafka_logs") {
                try adoptLegacyTable(db)
            } else {
                try makeTable(db)
            }
            try makeIndexes(db)
            try makeTimeBlocks(db)
            try makeSideTables(db)
            try makeView(db)
        }
        migrator.registerMigration("identity") { db in
            try db.execute(
                sql: """
                    -- One row: a name that stays with the file, for those who must tell stores apart.
                    CREATE TABLE store_identity (identity TEXT NOT NULL);
                    INSERT INTO store_identity VALUES (lower(hex(randomblob(8))));
                    """)
        }
        migrator.registerMigration("requeued_dead_letters", migrate: makeRequeuedDeadLetters)
    }

    private static func makeRequeuedDeadLetters(_ db: Database) throws {
        try db.execute(
            sql: """
                -- Dead letters that have been stored as events after all. Their rows stay, since rows are counted.
                CREATE TABLE requeued_dead_letters (id INTEGER PRIMARY KEY);
                """)
    }

    /// The legacy service's table, and what is known of the event besides.
    private static func makeTable(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE kafka_logs (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    topic TEXT,
                    message TEXT,
                    event_id TEXT UNIQUE,
                    "user" TEXT,
                    event TEXT,
                    status INTEGER,
                    time REAL, -- seconds since 1970
                    partition INTEGER,
                    kafka_offset INTEGER
                );
                """)
    }

    /// A file of the legacy service has the first three columns only; what its messages say fills the others.
    private static func adoptLegacyTable(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE kafka_logs ADD COLUMN event_id TEXT;
                ALTER TABLE kafka_logs ADD COLUMN "user" TEXT;
                ALTER TABLE kafka_logs ADD COLUMN event TEXT;
                ALTER TABLE kafka_logs ADD COLUMN status INTEGER;
                ALTER TABLE kafka_logs ADD COLUMN time REAL;
                ALTER TABLE kafka_logs ADD COLUMN partition INTEGER;
                ALTER TABLE kafka_logs ADD COLUMN kafka_offset INTEGER;
                CREATE UNIQUE INDEX kafka_logs_event_id ON kafka_logs (event_id);
                UPDATE kafka_logs SET
                    "user" = json_extract(message, '$.user'),
                    event = json_extract(message, '$.event'),
                    time = json_extract(message, '$.time')
                WHERE json_valid(message);
                """)
    }

    /// One for each question of `/events`. Every index ends with the id, which is the order of the answers.
    private static func makeIndexes(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX kafka_logs_user ON kafka_logs ("user");
                CREATE INDEX kafka_logs_event ON kafka_logs (event);
                """)
    }

    /// Instead of an index by time: see ``TimeBlocks``.
    private static func makeTimeBlocks(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE time_blocks (
                    first_id INTEGER PRIMARY KEY,
                    last_id INTEGER NOT NULL,
                    earliest REAL NOT NULL, -- seconds since 1970
                    latest REAL NOT NULL
                );
                INSERT INTO time_blocks SELECT min(id), max(id), min(time), max(time) FROM kafka_logs
                WHERE time IS NOT NULL GROUP BY id / \(TimeBlocks.size);
                """)
    }

    private static func makeSideTables(_ db: Database) throws {
        try db.execute(
            sql: """
                -- What was on a topic and is no event.
                CREATE TABLE dead_letters (
                    id INTEGER PRIMARY KEY,
                    topic TEXT NOT NULL,
                    partition INTEGER NOT NULL,
                    kafka_offset INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    message BLOB,
                    time REAL NOT NULL, -- seconds since 1970
                    UNIQUE (topic, partition, kafka_offset)
                );
                -- How far a source has been stored; changes in one transaction with the rows.
                CREATE TABLE positions (
                    topic TEXT NOT NULL,
                    partition INTEGER NOT NULL,
                    next_offset INTEGER NOT NULL,
                    PRIMARY KEY (topic, partition)
                ) WITHOUT ROWID;
                """)
    }

    /// For people with `sqlite3`: `SELECT * FROM events WHERE user = 'alice'`.
    private static func makeView(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIEW events AS SELECT
                    id,
                    event_id,
                    strftime('%Y-%m-%dT%H:%M:%fZ', time, 'unixepoch') AS time,
                    "user",
                    event,
                    status,
                    CASE WHEN json_valid(message) THEN message -> '$.input' END AS input,
                    CASE WHEN json_valid(message) THEN message -> '$.result' END AS result
                FROM kafka_logs;
                """)
    }
}
