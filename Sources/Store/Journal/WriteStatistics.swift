internal import Synchronization

/// What the journal's writer has done since the start.
public struct WriteStatistics: Sendable, Equatable {
    /// Events that became durable.
    public var events = 0
    /// Transactions that were committed.
    public var commits = 0
    /// Transactions that failed.
    public var failures = 0
    /// The last failure, if no transaction has been committed since.
    public var lastFailure: Failure?
    /// The time spent in the transactions that were committed.
    public var commitTime = Duration.zero

    /// Why and when a transaction failed.
    public struct Failure: Sendable, Equatable {
        /// The reason.
        public let error: StoreError
        /// The moment.
        public let at: ContinuousClock.Instant
    }
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
            statistics.lastFailure = WriteStatistics.Failure(error: error, at: .now)
        }
    }
}
