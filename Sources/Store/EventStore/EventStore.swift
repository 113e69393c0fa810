public import GRDB
internal import Synchronization

/// `events.db`: every event that has been carried on, for `/events` and for people with `sqlite3`.
///
/// This process is the only one that may have it open for writing. Another one reads it through ``EventStoreView``.
public final class EventStore: EventReading {
    let file: DatabaseFile
    private let stored = Atomic<Int>(0)

    /// Names this store, wherever its file is moved to; made together with the file.
    public let identity: String

    /// Opens the file, makes it when it is absent, and brings the tables up to date; a file of the legacy service too.
    ///
    /// - Throws: ``StoreError`` with one line that says which file cannot be used, and what to do.
    public init(path: String) throws(StoreError) {
        // A commit need not wait for the disk: rows and position go back together when power is lost, and the source
        // (the journal, or the topic) is read again from there.
        file = try DatabaseFile(
            path: path, durability: .process, migrator: EventStoreSchema.migrator,
            largeTables: EventStoreSchema.largeTables)
        do {
            identity = try file.writer.read { db in
                try String.fetchOne(db, sql: "SELECT identity FROM store_identity") ?? ""
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Where the file is.
    public var path: String { file.path }

    /// How many rows have been stored since the start.
    public var storedEvents: Int { stored.load(ordering: .relaxed) }

    /// Stores events and how far their source has been read, in one transaction. An event whose identity is there
    /// already changes nothing.
    ///
    /// - Returns: the id of the newest row in the store.
    @discardableResult
    public func record(_ batch: [EventRecord], position: SourcePosition) async throws -> Int64 {
        do {
            let outcome = try await file.writer.writeWithoutTransaction { db in
                try StoreBatch(records: batch, positions: [position]).commit(db)
            }
            return try finish(outcome)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// The same with dead letters and any number of positions, for a thread that may be blocked.
    ///
    /// - Returns: the id of the newest row in the store.
    @discardableResult
    public func record(_ batch: StoreBatch) throws(StoreError) -> Int64 {
        do {
            return try finish(file.writer.writeWithoutTransaction { db in try batch.commit(db) })
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    private func finish(_ outcome: (rows: Int, latestID: Int64)) throws(StoreError) -> Int64 {
        try file.checkPresence()
        stored.wrappingAdd(outcome.rows, ordering: .relaxed)
        return outcome.latestID
    }

    /// The first offset (or sequence) of a source that has not been stored; nil when nothing has been.
    public func position(topic: String, partition: Int32) async throws -> Int64? {
        try await read { db in try Self.positions(db, topic: topic)[partition] }
    }

    /// The first offsets of a topic that have not been stored, by partition, for a thread that may be blocked.
    public func positions(topic: String) throws(StoreError) -> [Int32: Int64] {
        do {
            return try file.writer.writeWithoutTransaction { db in try Self.positions(db, topic: topic) }
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Runs a query on a connection that can only read.
    public func read<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await file.read(query)
    }

    /// Runs a statement on the writing connection; for tests that bring about what a disk can do.
    package func onWriter(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await file.writer.writeWithoutTransaction(body)
    }

    /// Lets go of the file. Everything after fails with ``StoreError/Kind/closed``.
    public func close() {
        file.close()
    }

    deinit { close() }
}

extension EventStore {
    /// The id of the newest row, 0 for none.
    static func latestID(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM kafka_logs")) ?? 0
    }

    static func positions(_ db: Database, topic: String) throws -> [Int32: Int64] {
        let statement = try db.cachedStatement(sql: "SELECT partition, next_offset FROM positions WHERE topic = ?")
        var positions: [Int32: Int64] = [:]
        let rows = try Row.fetchCursor(statement, arguments: [topic])
        while let row = try rows.next() { positions[row[0]] = row[1] }
        return positions
    }
}
