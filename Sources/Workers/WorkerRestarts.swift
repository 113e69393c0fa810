import Synchronization

/// How often a worker process was replaced, and why.
package final class WorkerRestarts: Sendable {
    /// What ended a worker.
    package enum Cause: String, CaseIterable {
        /// It had done many jobs, or had grown.
        case worn
        case timeLimit = "time_limit"
        case memoryLimit = "memory_limit"
        /// A calculation broke off.
        case crashed
        /// Somebody else killed it.
        case killed
    }

    private let counts = Mutex<[Cause: Int]>([:])

    func add(_ cause: Cause) {
        counts.withLock { $0[cause, default: 0] += 1 }
    }

    package func count(of cause: Cause) -> Int {
        counts.withLock { $0[cause] ?? 0 }
    }
}
