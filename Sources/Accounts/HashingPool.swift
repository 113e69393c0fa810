internal import Foundation

/// Threads of its own for work that computes for a tenth of a second: it never holds up an event loop or the
/// cooperative pool, and what would have to wait too long is refused at once.
package final class HashingPool: Sendable {
    /// How long a refusal takes: who asks again at once would otherwise take the processor from those who are let in.
    private static let refusalPause = Duration.milliseconds(250)

    private let queue: JobQueue

    package init(threads: Int, queueLimit: Int) {
        let queue = JobQueue(limit: queueLimit)
        self.queue = queue
        for _ in 0..<threads {
            Thread.detachNewThread {
                while let job = queue.next() {
                    job()
                }
            }
        }
    }

    deinit {
        queue.close()
    }

    /// How many jobs wait for a thread.
    package var waiting: Int { queue.count }

    /// Throws `AccountError.overloaded` when the queue is full.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let outcome: Swift.Result<Result, any Error>? = await withCheckedContinuation { continuation in
            let isAccepted = queue.add {
                continuation.resume(returning: Swift.Result(catching: work))
            }
            if !isAccepted { continuation.resume(returning: nil) }
        }
        if let outcome { return try outcome.get() }
        // Cancelled is all that a sleep can be: then nobody waits for the refusal any more.
        try? await Task.sleep(for: Self.refusalPause)
        throw AccountError.overloaded
    }
}

/// What waits for a thread. `@unchecked`: `jobs` and `isClosed` are only touched with `condition` locked.
private final class JobQueue: @unchecked Sendable {
    typealias Job = @Sendable () -> Void

    private let condition = NSCondition()
    private let limit: Int
    private var jobs: [Job] = []
    private var isClosed = false

    init(limit: Int) {
        self.limit = limit
    }

    func add(_ job: @escaping Job) -> Bool {
        condition.withLock {
            guard !isClosed, jobs.count < limit else { return false }
            jobs.append(job)
            condition.signal()
            return true
        }
    }

    /// Waits for a job; nil when the queue is closed and empty.
    func next() -> Job? {
        condition.withLock {
            while jobs.isEmpty && !isClosed {
                condition.wait()
            }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }

    var count: Int { condition.withLock { jobs.count } }

    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }
}
