internal import Synchronization

/// What the journal's writer has done since the start.
public struct WriteStatistics: Sendable, Equatable {
    /// Events that became durable.
    public var events = 0
    /// Transactions that were committed.
    public var commits = 0
    /// Transactions that failed.
    public var failures = 0
    /// Why the last transaction failed, if nothing could be written since. The writer looks for itself now and then.
    public var lastFailure: StoreError?
    /// The time spent in the transactions that were committed.
    public var commitTime = Duration.zero
}

/// Counts for ``WriteStatistics``, once a transaction.
final class WriteCounters: Sendable {
    private let state = Mutex(WriteStatistics())

    var statistics: WriteStatistics {
        state.withLock { $0 }
    }

    func committed(rows: Int, in time: Duration) {
        state.withLock { statistics in
            statistics.events += rows
            statistics.commits += 1
            statistics.commitTime += time
            statistics.lastFailure = nil
        }
    }

    func failed(_ error: StoreError) {
        state.withLock { statistics in
            statistics.failures += 1
            statistics.lastFailure = error
        }
    }

    /// Something could be written again.
    func recovered() {
        state.withLock { $0.lastFailure = nil }
    }
}
