internal import GRDB

extension EventStore {
    /// Stores a batch and its position in one transaction.
    ///
    /// - Returns: how many rows are new, and the id of the newest in the store.
    static func record(_ batch: [EventRecord], _ position: SourcePosition, _ db: Database) throws -> (Int, Int64) {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let (before, latestBefore) = (db.totalChangesCount, try latestID(db))
            let insert = try EventInsert(db)
            for record in batch { try insert.run(record) }
            let count = db.totalChangesCount - before
            let latest = try latestID(db)
            let times = batch.compactMap(\.time)
            if latest > latestBefore, let earliest = times.min(), let last = times.max() {
                try TimeBlocks(db).add(ids: latestBefore + 1...latest, times: earliest.seconds...last.seconds)
            }
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO positions VALUES (?, ?, ?)")
                .execute(arguments: [position.topic, position.partition, position.next])
            try db.commit()
            return (count, latest)
        } catch {
            // Does nothing when SQLite has rolled back by itself; a rollback that fails has nothing to keep.
            try? db.rollback()
            throw error
        }
    }

    /// The id of the newest row, 0 for none.
    static func latestID(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM kafka_logs")) ?? 0
    }
}
