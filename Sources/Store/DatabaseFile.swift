internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// The owner of one SQLite file: its lock, the one connection that writes and checkpoints it, and a few that only read.
final class DatabaseFile: Sendable {
    let path: String
    let writer: DatabaseQueue
    /// Why nothing could be written when the file was opened: its disk is full. What it holds can be read.
    let startFailure: StoreError?

    /// How long a connection waits for a foreign lock.
    static let busyMilliseconds: CInt = 5000

    private static let readerCount = 3
    private let readers: [DatabaseQueue]
    private let turn = Atomic<Int>(0)
    private let lock: FileLock
    private let identities: [(path: String, identity: FileIdentity?)]
    private let isClosed = Mutex(false)

    /// Opens or makes the file, brings its tables up to date and checks it.
    ///
    /// - Parameters:
    ///   - largeTables: tables whose check at start looks at both ends only.
    init(
        path: String, durability: Durability, migrator: DatabaseMigrator, largeTables: [String]
    ) throws(StoreError) {
        self.path = path
        try Self.makeFile(path)
        lock = try FileLock(database: path)
        // Before SQLite opens it: see makeFile.
        let length = FileLength(of: path)
        if length == .cutShort { throw .cutShort(path) }
        do {
            writer = try DatabaseQueue(path: path, configuration: Self.writing(durability))
            startFailure = try Self.prepare(
                writer, path: path, migrator: migrator,
                check: IntegrityCheck(largeTables: largeTables, isThorough: length == .doubtful))
            readers = try (0..<Self.readerCount).map { _ in
                try DatabaseQueue(path: path, configuration: Self.reading)
            }
        } catch {
            throw StoreError(error, path: path)
        }
        identities = [path, path + "-wal"].map { ($0, FileIdentity(path: $0)) }
    }

    /// Runs a query on one of the reading connections, each of which has a thread of its own when it works.
    func read<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T {
        if isClosed.withLock({ $0 }) { throw StoreError.closed(path) }
        let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue % Self.readerCount
        do {
            return try await readers[index].readWithoutCheckpoint(query)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// Throws when what has just been committed went to a file that nobody can find any more.
    func checkPresence() throws(StoreError) {
        for (path, identity) in identities where FileIdentity(path: path) != identity {
            throw StoreError(.vanished, "\(path) was removed or replaced: put it back, or restart the service")
        }
    }

    /// Ends reading and writing, moves the WAL into the file and lets go of the lock. Nothing to do the second time.
    func close() {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        guard isFirst else { return }
        // Readers first: as the last connection the writer finds nobody in the way of its checkpoint. What fails here
        // is made up for at the next start, from the WAL.
        for reader in readers { try? reader.close() }
        try? writer.writeWithoutTransaction { db in
            // A foreign reader must not hold up the end of the service.
            sqlite3_busy_timeout(db.sqliteConnection, 0)
            _ = try db.checkpoint(.truncate)
        }
        try? writer.close()
        lock.release()
    }

    deinit { close() }
}

extension DatabaseFile {
    private static func writing(_ durability: Durability) -> Configuration {
        var configuration = Configuration()
        configuration.label = "store.writer"
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        // GRDB would end the process if a rollback failed on a broken disk.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            Self.keepSideFiles(db)
            // At most 16 MiB of WAL stay on disk after a reader has held it up; 1000 pages a checkpoint are 4 MiB.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = \(durability == .power ? "FULL" : "NORMAL");
                    PRAGMA wal_autocheckpoint = 1000;
                    PRAGMA journal_size_limit = 16777216;
                    """)
        }
        return configuration
    }

    static var reading: Configuration {
        var configuration = Configuration()
        configuration.label = "store.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        configuration.prepareDatabase { db in
            Self.keepSideFiles(db)
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        }
        return configuration
    }

    /// Leaves the WAL, empty, and its index in place when the file is closed: on a disk that is full by the next start
    /// they could not be made again, and without them nothing can be read.
    private static func keepSideFiles(_ db: Database) {
        var isOn: CInt = 1
        sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &isOn)
    }

    /// - Returns: why nothing can be written at the moment; nil when something can.
    private static func prepare(
        _ writer: DatabaseQueue, path: String, migrator: DatabaseMigrator, check: IntegrityCheck
    ) throws -> StoreError? {
        try writer.writeWithoutTransaction { db in
            if sqlite3_db_readonly(db.sqliteConnection, "main") != 0 {
                throw DatabaseError(resultCode: .SQLITE_READONLY)
            }
            if try migrator.hasBeenSuperseded(db) {
                throw StoreError(
                    .newerVersion, "\(path) was made by a newer version of the service: start that version")
            }
        }
        if check.isThorough { try writer.read(check.run) }
        try migrator.migrate(writer)
        if !check.isThorough { try writer.read(check.run) }
        do {
            try writer.writeWithoutTransaction(writeNothingNew)
            return nil
        } catch {
            let failure = StoreError(error, path: path)
            guard failure.kind == .diskFull else { throw failure }
            return failure
        }
    }

    /// Commits a page that says what it said before: whether anything can be written.
    static func writeNothingNew(_ db: Database) throws {
        try db.execute(sql: "PRAGMA user_version = 1")
    }
}

extension DatabaseQueue {
    /// Runs a query in a transaction that has begun, where SQLite refuses every checkpoint.
    ///
    /// Outside of one, even a connection that is open for reading alone could empty a WAL that has been carried over
    /// whole, which is the writer's to do.
    func readWithoutCheckpoint<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await read { db in
            _ = try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM sqlite_schema LIMIT 1"))
            return try query(db)
        }
    }
}

extension StoreError {
    fileprivate static func cutShort(_ path: String) -> StoreError {
        StoreError(
            .corrupt,
            "\(path) is cut short, parts of it are missing: put a backup in its place (math restore), or move it away")
    }

    static func closed(_ path: String) -> StoreError {
        StoreError(.closed, "\(path) has been closed: the service is stopping")
    }
}
