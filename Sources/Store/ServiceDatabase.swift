public import Events
public import GRDB

/// `service.db`: the journal of events, who has hidden what from the history, and the accounts.
///
/// This process is the only one that may have it open. Writing is grouped (one transaction for all that wait), reading
/// happens on connections of its own; neither blocks the thread of its caller.
public final class ServiceDatabase: Sendable {
    let file: DatabaseFile
    private let writer: GroupWriter
    private let backlog: Backlog

    /// The last sequence in the journal when it was opened, 0 for none.
    public let sequenceAtOpening: Int64

    /// Opens `service.db` in `directory`; makes both when they are absent, and brings the tables up to date.
    ///
    /// - Throws: ``StoreError`` with one line that says which file cannot be used, and what to do.
    public init(
        directory: String, durability: Durability, backlogLimit: BacklogLimit = .standard
    ) throws(StoreError) {
        var migrator = DatabaseMigrator()
        JournalSchema.registerMigrations(&migrator)
        AccountsSchema.registerMigrations(&migrator)
        RelaySchema.registerMigrations(&migrator)
        let path = directory.hasSuffix("/") ? directory + "service.db" : directory + "/service.db"
        file = try DatabaseFile(
            path: path, durability: durability, migrator: migrator, largeTables: JournalSchema.largeTables)
        do {
            sequenceAtOpening = try file.writer.read { db in
                try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM journal") ?? 0
            }
        } catch {
            throw StoreError(error, path: path)
        }
        backlog = Backlog(limit: backlogLimit)
        writer = GroupWriter(file: file, lastSequence: sequenceAtOpening, backlog: backlog)
    }

    /// Returns when the event is durable.
    ///
    /// - Throws: the reason why it is not; the journal then does not hold it.
    public nonisolated(nonsending) func append(_ event: Event) async throws(StoreError) {
        try checkBacklog(isAction: event.kind == .action)
        if let error = await writer.submit(.row(JournalRow(event))) { throw error }
    }

    /// Makes a change and appends its events: both become durable, or neither.
    ///
    /// - Parameter change: runs on the writer's thread, in a savepoint of the group's transaction. What it throws undoes
    ///   this change alone.
    /// - Throws: what `change` throws, or ``StoreError``.
    public nonisolated(nonsending) func write<T: Sendable>(
        _ change: @escaping @Sendable (GRDB.Database) throws -> (result: T, events: [Event])
    ) async throws -> T {
        try checkBacklog(isAction: true)
        return try await commit(change)
    }

    private func checkBacklog(isAction: Bool) throws(StoreError) {
        if backlog.isFull(committed: writer.committed.value, isAction: isAction) { throw .backlogFull(file.path) }
    }

    /// The same without a look at the backlog, for what makes it smaller.
    nonisolated(nonsending) func commit<T: Sendable>(
        _ change: @escaping @Sendable (GRDB.Database) throws -> (result: T, events: [Event])
    ) async throws -> T {
        let pending = PendingWrite(change)
        if let error = await writer.submit(.transaction(pending)) { throw error }
        guard let outcome = pending.outcome else { throw StoreError.closed(file.path) }
        return try outcome.get()
    }

    /// Runs a query on a connection that can only read.
    ///
    /// - Throws: what `query` throws; ``StoreError`` for what SQLite reports.
    public func read<T: Sendable>(_ query: @escaping @Sendable (GRDB.Database) throws -> T) async throws -> T {
        try await file.read(query)
    }

    /// Commits what waits, then lets go of the file. Everything after fails with ``StoreError/Kind/closed``.
    public func close() {
        writer.close()
        file.close()
    }

    deinit { close() }
}

extension ServiceDatabase {
    /// Where the file is.
    public var path: String { file.path }

    /// The sequence of the last durable event.
    public var lastSequence: Int64 { writer.committed.value }

    /// How many events no sink has carried on yet.
    public var pendingEvents: Int { backlog.rows(committed: writer.committed.value) }

    /// Whether so much waits to be carried on that calculations are refused.
    public var isBacklogFull: Bool { backlog.isFull(committed: writer.committed.value, isAction: false) }

    /// What the writer has done since the start.
    public var statistics: WriteStatistics { writer.statistics }

    /// Returns when the journal holds an event after `sequence`, is closed, or the task is cancelled.
    public func waitForEntries(after sequence: Int64) async {
        await writer.committed.wait(for: sequence + 1)
    }

    /// Tells how far a sink has carried the journal, for ``pendingEvents`` and the limit of what may wait.
    ///
    /// - Parameter bytes: how long the messages are that have been carried since it was told last.
    public func markCarried(through sequence: Int64, bytes: Int) {
        backlog.markCarried(through: sequence, bytes: bytes)
    }

    /// Counts what was waiting already when the database was opened. To be called once, by the sink, in its own time:
    /// a million events take a second.
    ///
    /// - Parameter sequence: up to where the sink had carried the journal.
    public func measureBacklog(after sequence: Int64) async throws {
        let end = sequenceAtOpening
        let bytes = try await read { db in
            try Int.fetchOne(
                db, sql: "SELECT sum(length(CAST(message AS BLOB))) FROM journal WHERE sequence > ? AND sequence <= ?",
                arguments: [sequence, end])
        }
        backlog.added(bytes: bytes ?? 0)
    }
}
