import Calculator
import Glibc
import Logging

/// One thread of the pool with its worker: takes job after job, and replaces a worker that has ended or is worn.
final class JobRunner: Sendable {
    private let lane: Lane
    private let queue: JobQueue
    private let configuration: WorkerPool.Configuration
    private let restarts: WorkerRestarts
    private let logger: Logger

    init(
        _ lane: Lane, queue: JobQueue, configuration: WorkerPool.Configuration, restarts: WorkerRestarts, logger: Logger
    ) {
        self.lane = lane
        self.queue = queue
        self.configuration = configuration
        self.restarts = restarts
        self.logger = logger
    }

    /// How long a job may take here.
    private var limit: Duration { lane.limit(configuration.timeLimit) }

    /// Runs until the queue is closed.
    func run() {
        var worker: WorkerProcess? = try? spawn()
        while let waiting = queue.next(lane) {
            let start = ContinuousClock.now
            let outcome = Result { try progress(of: waiting.job, &worker) }
            if limit < configuration.timeLimit, case .success(let progress) = outcome, progress.metItsDeadline {
                queue.putBack(waiting)
            } else {
                waiting.continuation.resume(with: outcome.map(\.replies))
            }
            if worker?.isWorn ?? true {
                if worker != nil { restarts.add(.worn) }
                worker?.end()
                worker = try? spawn()
            }
            // A worker that it has cost is part of what it has taken.
            queue.finished(waiting, lane, took: .now - start)
        }
        worker?.end()
    }

    /// The whole job, carried on by another worker where one ends.
    private func progress(of job: CalculationJob, _ worker: inout WorkerProcess?) throws -> JobProgress {
        var progress = JobProgress(job)
        var deadline = ContinuousClock.now + limit
        var isAgain = false
        while !progress.isComplete {
            guard ContinuousClock.now < deadline else {
                progress.complete(with: .noTimeLeft)
                break
            }
            let current: WorkerProcess
            if let worker { current = worker } else { current = try spawn() }
            worker = current
            do throws(FrameChannel.Failure) {
                try exchange(&progress, current, deadline)
            } catch {
                worker = nil
                let ending = current.end()
                if error == .closed, ending.signal == SIGKILL {
                    // Somebody else has killed it, through no fault of the job's: once more, with all of its time.
                    restarts.add(.killed)
                    logger.error("worker was killed", metadata: ["operation": .string(job.label)])
                    if isAgain { throw WorkerFault.interrupted }
                    (isAgain, deadline) = (true, .now + limit)
                } else {
                    progress.add(.failure(CalculationFailure(fault(error, ending, job))))
                    if error == .timeout { progress.complete(with: .noTimeLeft) }
                }
            }
        }
        return progress
    }

    private func exchange(
        _ progress: inout JobProgress, _ worker: WorkerProcess, _ deadline: ContinuousClock.Instant
    ) throws(FrameChannel.Failure) {
        let last = deadline + lane.grace
        let milliseconds = max(1, Int((deadline - .now) / .milliseconds(1)))
        worker.jobs += 1
        try worker.channel.send([progress.rest.frame(milliseconds: milliseconds)], deadline: last)
        while !progress.isComplete {
            guard progress.add(frame: try worker.channel.receive(deadline: last)) else { throw .closed }
        }
    }

    private func fault(_ failure: FrameChannel.Failure, _ ending: WorkerProcess.Ending, _ job: CalculationJob) -> Fault
    {
        if failure == .timeout {
            restarts.add(.timeLimit)
            return CalculationFailure.timeLimit.faults[0]
        }
        if ending.isForWantOfMemory {
            restarts.add(.memoryLimit)
            return Fault(
                .memoryLimit,
                "The calculation needs more than \(configuration.memoryLimitMiB) MiB of memory: use smaller numbers, "
                    + "shorter lists or fewer digits")
        }
        restarts.add(.crashed)
        logger.error(
            "a calculation ended its worker",
            metadata: [
                "operation": .string(job.label), "signal": .stringConvertible(ending.signal ?? 0),
                "words": .string(String(ending.words.prefix(200))),
            ])
        return Fault(
            .cannotCertify,
            "The calculation broke off without a certain result: use other numbers, or ask for fewer digits")
    }

    private func spawn() throws -> WorkerProcess {
        do throws(WorkerProcess.SpawnFailure) {
            return try WorkerProcess(
                executable: configuration.executable, memoryLimitMiB: configuration.memoryLimitMiB,
                niceness: lane.niceness)
        } catch {
            logger.error("no worker could be started", metadata: ["reason": .string(error.description)])
            throw WorkerFault.overloaded
        }
    }
}

extension Fault {
    /// What stands behind the one that took the time of a whole list.
    fileprivate static let noTimeLeft = Fault(
        .timeLimit, "The expressions before this one took all the time: ask for this one without them")
}
