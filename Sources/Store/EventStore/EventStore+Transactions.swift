internal import GRDB

extension EventStore {
    /// Stores a batch and its position in one transaction.
    ///
    /// - Returns: how many rows are new, and the id of the newest in the store.
    static func record(_ batch: [EventRecord], _ position: SourcePosition, _ db: Database) throws -> (Int, Int64) {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let before = db.totalChangesCount
            let insert = try EventInsert(db)
            for record in batch { try insert.run(record) }
            let count = db.totalChangesCount - before
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO positions VALUES (?, ?, ?)")
                .execute(arguments: [position.topic, position.partition, position.next])
            let latest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM kafka_logs")) ?? 0
            try db.commit()
            return (count, latest)
        } catch {
            // Does nothing when SQLite has rolled back by itself; a rollback that fails has nothing to keep.
            try? db.rollback()
            throw error
        }
    }
}
