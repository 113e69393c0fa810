internal import Dispatch
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Commits together what waits together.
///
/// Whoever writes puts a change in a list and is suspended. The writing connection has a queue with a thread of its own;
/// there everything in the list goes into one transaction, and meanwhile the next list gathers.
///
/// Those who were told of a commit come back together, a moment later. Whoever is first of them must not make all others
/// wait for a commit of its own: while several write, the next commit waits for as many as there were, but no longer
/// than a quarter of what a commit takes. Who writes alone never waits.
final class GroupWriter: Sendable {
    /// Told how the commit ended: nil for well.
    typealias Waiter = UnsafeContinuation<StoreError?, Never>

    enum Change: Sendable {
        case row(JournalRow)
        case transaction(any PendingTransaction)
    }

    /// A change and whoever waits for it.
    struct Waiting: Sendable {
        let change: Change
        let waiter: Waiter
    }

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
        var isClosed = false
        /// Whether the writer will look by itself if it can write again.
        var isTrying = false
        /// The number of waiting changes at which the writer wants to be woken.
        var wakingCount: Int?

        mutating func takeWaiting() -> [Waiting] {
            var taken: [Waiting] = []
            swap(&taken, &waiting)
            return taken
        }
    }

    private enum Entrance {
        case first, joined, last, full, closed
    }

    /// How many changes may wait: some 10 MB, and more than a disk that still works lets gather.
    private static let waitingLimit = 10_000

    private static let longestGathering = Duration.milliseconds(2)

    /// How soon after a failure the writer tries again by itself: nobody else may be writing.
    private static let retryMilliseconds = 500

    /// The sequence of the last committed row.
    let committed: SequenceSignal

    private let file: DatabaseFile
    private let backlog: Backlog
    private let state = Mutex(State())
    private let counters = WriteCounters()
    private let gathered = DispatchSemaphore(value: 0)

    init(file: DatabaseFile, lastSequence: Int64, backlog: Backlog) {
        self.file = file
        self.backlog = backlog
        committed = SequenceSignal(lastSequence)
        if let failure = file.startFailure { failed(failure) }
    }

    /// Returns when the change is durable, or why it is not.
    nonisolated(nonsending) func submit(_ change: consuming Change) async -> StoreError? {
        // Unsafe only in that nobody checks what the list guarantees: a waiter is taken out once and resumed then.
        await withUnsafeContinuation { waiter in
            enqueue(change, waiter)
        }
    }

    /// Commits what waits and refuses everything after.
    func close() {
        state.withLock { $0.isClosed = true }
        // Behind everything that was let in, since the queue is serial.
        file.writer.writeWithoutTransaction { db in drain(db) }
        committed.finish()
    }

    var statistics: WriteStatistics { counters.statistics }

    private func enqueue(_ change: Change, _ waiter: Waiter) {
        let entrance = state.withLock { state -> Entrance in
            if state.isClosed { return .closed }
            if state.waiting.count >= Self.waitingLimit { return .full }
            state.waiting.append(Waiting(change: change, waiter: waiter))
            if state.waiting.count == state.wakingCount {
                state.wakingCount = nil
                return .last
            }
            defer { state.isDraining = true }
            return state.isDraining ? .joined : .first
        }
        switch entrance {
        case .first: file.writer.asyncWriteWithoutTransaction { db in self.drain(db) }
        case .joined: break
        case .last: gathered.signal()
        case .full: waiter.resume(returning: .overloaded(file.path))
        case .closed: waiter.resume(returning: .closed(file.path))
        }
    }

    private func drain(_ db: Database) {
        while true {
            let batch = takeBatch()
            if batch.isEmpty { return }
            let start = ContinuousClock.now
            let writers = commit(batch, db)
            gather(writers, within: start.duration(to: .now) / 4)
        }
    }

    /// Waits until `count` changes wait, or the time is over.
    private func gather(_ count: Int, within limit: Duration) {
        let isNeeded = state.withLock { state in
            guard count > 1, state.waiting.count < count, !state.isClosed else { return false }
            state.wakingCount = count
            return true
        }
        guard isNeeded else { return }
        let nanoseconds = min(limit, Self.longestGathering).components.attoseconds / 1_000_000_000
        if gathered.wait(timeout: .now() + .nanoseconds(Int(nanoseconds))) == .success { return }
        let isSignalled = state.withLock { state in
            defer { state.wakingCount = nil }
            return state.wakingCount == nil
        }
        // At the same moment as the time ended: the signal must not be taken for that of the next gathering.
        if isSignalled { gathered.wait() }
    }

    /// What waits, in a function of its own: Swift 6.3's optimizer does not come to an end when the list is swapped
    /// inside the loop.
    private func takeBatch() -> [Waiting] {
        state.withLock { state in
            let batch = state.takeWaiting()
            // In the same lock as the last look, so that nobody relies on a loop that is about to end.
            if batch.isEmpty { state.isDraining = false }
            return batch
        }
    }

    private func takeWaiting() -> [Waiting] {
        state.withLock { $0.takeWaiting() }
    }

    /// - Returns: how many were writing at the time; 0 when the commit failed.
    private func commit(_ batch: [Waiting], _ db: Database) -> Int {
        let start = ContinuousClock.now
        do {
            let group = try JournalTransaction(db).commit(batch)
            try file.checkPresence()
            backlog.added(bytes: group.bytes)
            counters.committed(rows: group.rows, in: start.duration(to: .now))
            committed.advance(to: group.lastSequence)
            let writers = batch.count + state.withLock { $0.waiting.count }
            for waiting in batch { waiting.waiter.resume(returning: nil) }
            return writers
        } catch {
            let error = StoreError(error, path: file.path)
            failed(error)
            // Whoever gathered in the meantime has waited for the same lock: together with a wait of its own it would
            // wait twice as long as anybody should. Taken first, as those who are told may come back at once.
            let others = error.kind == .locked ? takeWaiting() : []
            for waiting in batch + others {
                if case .transaction(let pending) = waiting.change { pending.abandon() }
                waiting.waiter.resume(returning: error)
            }
            return 0
        }
    }
}

extension GroupWriter {
    private func failed(_ error: StoreError) {
        counters.failed(error)
        let isFirst = state.withLock { state in
            defer { state.isTrying = true }
            return !state.isTrying
        }
        if isFirst { tryLater() }
    }

    private func tryLater() {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Self.retryMilliseconds)) { [weak self] in
            guard let self else { return }
            self.file.writer.asyncWriteWithoutTransaction { db in self.tryAgain(db) }
        }
    }

    /// Finds out whether what the last commit failed of has passed, so that it is known before somebody writes.
    private func tryAgain(_ db: Database) {
        let isOver = state.withLock { state in
            if state.isClosed || counters.statistics.lastFailure == nil { state.isTrying = false }
            return !state.isTrying
        }
        if isOver { return }
        do {
            // Who comes meanwhile waits for a foreign lock once, and that is their own turn's.
            sqlite3_busy_timeout(db.sqliteConnection, 0)
            defer { sqlite3_busy_timeout(db.sqliteConnection, DatabaseFile.busyMilliseconds) }
            if db.isInsideTransaction { try db.rollback() }
            try DatabaseFile.writeNothingNew(db)
            try file.checkPresence()
            counters.recovered()
            state.withLock { $0.isTrying = false }
        } catch {
            tryLater()
        }
    }
}

extension StoreError {
    fileprivate static func overloaded(_ path: String) -> StoreError {
        StoreError(.overloaded, "\(path): too much waits to be written: try again in a moment")
    }
}
