package import GRDB
internal import Synchronization

/// `events.db`: every event that has been carried on, for `/events` and for people with `sqlite3`.
///
/// This process is the only one that may have it open for writing.
public final class EventStore: Sendable {
    private let file: DatabaseFile
    private let stored = Atomic<Int>(0)

    /// Opens the file, makes it when it is absent, and brings the tables up to date; a file of the legacy service too.
    ///
    /// - Throws: ``StoreError`` with one line that says which file cannot be used, and what to do.
    public init(path: String) throws(StoreError) {
        var migrator = DatabaseMigrator()
        EventStoreSchema.registerMigrations(&migrator)
        // A commit need not wait for the disk: rows and position go back together when power is lost, and the source
        // (the journal, or the topic) is read again from there.
        file = try DatabaseFile(
            path: path, durability: .process, migrator: migrator, largeTables: EventStoreSchema.largeTables)
    }

    /// How many rows have been stored since the start.
    public var storedEvents: Int { stored.load(ordering: .relaxed) }

    /// Stores events and how far their source has been read, in one transaction. An event whose identity is there
    /// already changes nothing.
    ///
    /// - Returns: the id of the newest row in the store.
    @discardableResult
    public func record(_ batch: [EventRecord], position: SourcePosition) async throws -> Int64 {
        do {
            let (count, latest) = try await file.writer.writeWithoutTransaction { db in
                try Self.record(batch, position, db)
            }
            try file.checkPresence()
            stored.wrappingAdd(count, ordering: .relaxed)
            return latest
        } catch let error as CancellationError {
            throw error
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// The first offset (or sequence) of a source that has not been stored; nil when nothing has been.
    public func position(topic: String, partition: Int32) async throws -> Int64? {
        try await read { db in
            try Int64.fetchOne(
                db, sql: "SELECT next_offset FROM positions WHERE topic = ? AND partition = ?",
                arguments: [topic, partition])
        }
    }

    /// The events that match, in the filter's order.
    ///
    /// - Parameter limit: 1 to 1000. The next page begins `before` (or `after`) the id of the last.
    public func events(matching filter: EventFilter, limit: Int) async throws -> [StoredEvent] {
        try await read { db in
            guard let window = try filter.window(db) else { return [] }
            return try filter.rows(db, in: window, limit: limit)
        }
    }

    /// All events that match, page by page: however many they are, one page is in memory.
    public func pages(matching filter: EventFilter, size: Int = 500) -> EventPages {
        EventPages(store: self, filter: filter, size: size)
    }

    /// The id of the newest row, 0 for none.
    public func latestID() async throws -> Int64 {
        try await read(Self.latestID)
    }

    /// Runs a query on a connection that can only read.
    func read<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T {
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
