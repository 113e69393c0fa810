internal import Dispatch
internal import Foundation
public import Logging
import Calculator
import Synchronization

/// Carries out calculations in processes of their own, each as long as it may take and with as much memory as it may
/// have; what passes either is ended.
///
/// Each worker process belongs to a thread here, which hands it one job after the other and watches the time. One worker
/// more than there are jobs at a time is for short ones alone.
public final class WorkerPool: Sendable {
    /// How the workers run.
    public struct Configuration: Sendable {
        /// What runs as `math worker`.
        public var executable: String
        /// How many jobs run at a time.
        public var width: Int
        /// The longest a job may take.
        public var timeLimit: Duration
        /// The most memory that a job may take beyond what the worker needs for itself.
        public var memoryLimitMiB: Int
        /// How many jobs may wait.
        public var capacity: Int

        /// The defaults of the contract, but for what is given.
        public init(
            executable: String, width: Int = 2, timeLimit: Duration = .seconds(2), memoryLimitMiB: Int = 256,
            capacity: Int = 64
        ) {
            self.executable = executable
            self.width = width
            self.timeLimit = timeLimit
            self.memoryLimitMiB = memoryLimitMiB
            self.capacity = capacity
        }
    }

    let configuration: Configuration
    /// How often workers were replaced.
    package let restarts = WorkerRestarts()
    private let queue: JobQueue
    private let logger: Logger
    private let hasStarted = Atomic(false)

    /// A pool that starts its workers with the first job, or when it is told to.
    public init(_ configuration: Configuration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        queue = JobQueue(capacity: configuration.capacity, timeLimit: configuration.timeLimit)
    }

    deinit {
        queue.close()
    }

    /// Starts the workers, so that the first job does not wait for them.
    public func start() {
        guard !hasStarted.exchange(true, ordering: .relaxed) else { return }
        for lane in lanes {
            let runner = JobRunner(
                lane, queue: queue, configuration: configuration, restarts: restarts, logger: logger)
            let thread = Thread { runner.run() }
            thread.name = "worker"
            thread.start()
        }
    }

    /// One for each worker.
    private var lanes: [Lane] { [Lane](repeating: .general, count: configuration.width) + [.short] }

    /// How many workers there are.
    package var size: Int { lanes.count }

    /// How many jobs run, and how many wait.
    package var load: (running: Int, waiting: Int) { queue.load }

    /// Ends the workers; jobs that come or wait are refused.
    public func stop() {
        queue.close()
    }

    /// The replies to a job, made in a worker.
    /// - Parameter user: whose job it is: nobody's jobs keep another's waiting longer than need be.
    /// - Throws: `WorkerFault.overloaded` when too many wait, when others who ask for less need the room, or when the job
    ///   waited too long; `interrupted` when its workers were killed.
    package func replies(to job: CalculationJob, user: String) async throws -> [CalculationReply] {
        start()
        return try await withCheckedThrowingContinuation { continuation in
            queue.add(
                WaitingJob(
                    job: job, user: user, patience: .now + max(configuration.timeLimit, Self.patience),
                    continuation: continuation))
        }
    }

    /// How long a job waits for a worker before its client is told to come back.
    private static let patience = Duration.seconds(5)
}
