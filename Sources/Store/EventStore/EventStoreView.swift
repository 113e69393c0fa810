public import GRDB
internal import Synchronization

/// `events.db` as a process sees it that does not fill it.
///
/// SQLite itself refuses it every write, since its connections are open for reading, and every checkpoint, since queries
/// run inside transactions and closing such a connection makes none: one process alone does these (see ``FileLock``). The file may come later than the view, may go away and be put back: until there
/// is one, the view is an empty store.
public final class EventStoreView: EventReading {
    private struct Opened {
        let identity: FileIdentity
        let readers: [DatabaseQueue]
    }

    private static let readerCount = 3

    /// Where the file is, or is to be.
    public let path: String
    private let empty: DatabaseQueue
    private let opened = Mutex<Opened?>(nil)
    private let turn = Atomic<Int>(0)

    /// A view of the file at `path`. Nothing is made there.
    public init(path: String) throws(StoreError) {
        self.path = path
        do {
            empty = try DatabaseQueue()
            try EventStoreSchema.migrator.migrate(empty)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Whether there is a store.
    public var isOpen: Bool { opened.withLock { $0 != nil } }

    /// Opens the file when there is one by now, or another one than before.
    ///
    /// - Throws: why the file that is there cannot be read.
    public func refresh() throws(StoreError) {
        let identity = FileIdentity(path: path)
        let current = opened.withLock { $0?.identity }
        guard identity != current else { return }
        guard let identity else {
            opened.withLock { $0 = nil }
            return
        }
        do {
            let readers = try (0..<Self.readerCount).map { _ in
                try DatabaseQueue(path: path, configuration: DatabaseFile.reading)
            }
            guard try readers[0].read(EventStoreSchema.migrator.hasCompletedMigrations) else {
                throw StoreError(
                    .newerVersion, "\(path) has other tables than this version: run `math consume` of the same version")
            }
            opened.withLock { $0 = Opened(identity: identity, readers: readers) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs a query on a connection that can only read.
    public func read<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T {
        let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue % Self.readerCount
        let reader = opened.withLock { $0?.readers[index] } ?? empty
        do {
            return try await reader.readWithoutCheckpoint(query)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
