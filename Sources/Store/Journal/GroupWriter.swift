internal import GRDB
internal import Synchronization

/// Commits together what waits together.
///
/// Whoever writes puts a change in a list and is suspended. The writing connection has a queue with a thread of its own;
/// there everything in the list goes into one transaction, and meanwhile the next list gathers. Nobody is held back on
/// purpose: a list of one is committed at once.
final class GroupWriter: Sendable {
    /// Told how the commit ended: nil for well.
    typealias Waiter = UnsafeContinuation<StoreError?, Never>

    enum Change: Sendable {
        case row(JournalRow)
        case transaction(any PendingTransaction)
    }

    private typealias Waiting = (change: Change, waiter: Waiter)

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
        var isClosed = false

        mutating func takeWaiting() -> [Waiting] {
            var taken: [Waiting] = []
            swap(&taken, &waiting)
            return taken
        }
    }

    /// How many changes may wait: some 10 MB, and more than a disk that still works lets gather.
    private static let waitingLimit = 10_000

    /// The sequence of the last committed row.
    let committed: SequenceSignal

    private let file: DatabaseFile
    private let state = Mutex(State())
    private let counters = WriteCounters()

    init(file: DatabaseFile, lastSequence: Int64) {
        self.file = file
        committed = SequenceSignal(lastSequence)
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
        let (refusal, needsDrain) = state.withLock { state -> (StoreError?, Bool) in
            if state.isClosed { return (.closed(file.path), false) }
            if state.waiting.count >= Self.waitingLimit { return (.overloaded(file.path), false) }
            state.waiting.append((change, waiter))
            defer { state.isDraining = true }
            return (nil, !state.isDraining)
        }
        if let refusal { waiter.resume(returning: refusal) }
        if needsDrain { file.writer.asyncWriteWithoutTransaction { db in self.drain(db) } }
    }

    private func drain(_ db: Database) {
        while true {
            let batch = takeBatch()
            if batch.isEmpty { return }
            commit(batch, db)
        }
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

    private func commit(_ batch: [Waiting], _ db: Database) {
        let start = ContinuousClock.now
        do {
            let rows = try JournalTransaction(db).commit(batch.lazy.map(\.change))
            try file.checkPresence()
            counters.committed(rows: rows, in: start.duration(to: .now))
            if rows > 0 { committed.advance(to: db.lastInsertedRowID) }
            for (_, waiter) in batch { waiter.resume(returning: nil) }
        } catch {
            let error = StoreError(error, path: file.path)
            counters.failed()
            // Whoever gathered in the meantime has waited for the same lock: together with a wait of its own it would
            // wait twice as long as anybody should. Taken first, as those who are told may come back at once.
            let others = error.kind == .locked ? takeWaiting() : []
            for (_, waiter) in batch { waiter.resume(returning: error) }
            for (_, waiter) in others { waiter.resume(returning: error) }
        }
    }
}

extension StoreError {
    fileprivate static func overloaded(_ path: String) -> StoreError {
        StoreError(.overloaded, "\(path): too much waits to be written: try again in a moment")
    }
}
