internal import GRDB

/// What goes into the event store together, or not at all.
public struct StoreBatch: Sendable {
    /// Events, in their order.
    public var records: [EventRecord]
    /// What is no event.
    public var deadLetters: [DeadLetter]
    /// Ids of dead letters that are among the events now.
    public var requeued: [Int64]
    /// Up to where the sources have been read.
    public var positions: [SourcePosition]

    /// A batch of these.
    public init(
        records: [EventRecord], deadLetters: [DeadLetter] = [], requeued: [Int64] = [], positions: [SourcePosition]
    ) {
        self.records = records
        self.deadLetters = deadLetters
        self.requeued = requeued
        self.positions = positions
    }
}

extension StoreBatch {
    /// Writes the batch in one transaction.
    ///
    /// - Returns: how many rows are new, and the id of the newest in the store.
    func commit(_ db: Database) throws -> (rows: Int, latestID: Int64) {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let outcome = try insertRecords(db)
            for letter in deadLetters { try letter.insert(db) }
            for id in requeued {
                try db.execute(sql: "INSERT OR IGNORE INTO requeued_dead_letters VALUES (?)", arguments: [id])
            }
            for position in positions {
                try db.cachedStatement(sql: "INSERT OR REPLACE INTO positions VALUES (?, ?, ?)")
                    .execute(arguments: [position.topic, position.partition, position.next])
            }
            try db.commit()
            return outcome
        } catch {
            // Does nothing when SQLite has rolled back by itself; a rollback that fails has nothing to keep.
            try? db.rollback()
            throw error
        }
    }

    private func insertRecords(_ db: Database) throws -> (rows: Int, latestID: Int64) {
        let (before, latestBefore) = (db.totalChangesCount, try EventStore.latestID(db))
        let insert = try EventInsert(db)
        for record in records { try insert.run(record) }
        let count = db.totalChangesCount - before
        let latest = try EventStore.latestID(db)
        let times = records.compactMap(\.time)
        if latest > latestBefore, let earliest = times.min(), let last = times.max() {
            try TimeBlocks(db).add(ids: latestBefore + 1...latest, times: earliest.seconds...last.seconds)
        }
        return (count, latest)
    }
}
