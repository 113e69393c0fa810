import Calculator
import Glibc
import Logging

/// One thread of the pool with its worker: takes job after job, and replaces a worker that has ended or is worn.
final class JobRunner: Sendable {
    private let queue: JobQueue
    private let configuration: WorkerPool.Configuration
    private let logger: Logger

    /// How long past its deadline a worker may still answer by itself: its own answer says more.
    private static let grace = Duration.milliseconds(250)

    init(queue: JobQueue, configuration: WorkerPool.Configuration, logger: Logger) {
        self.queue = queue
        self.configuration = configuration
        self.logger = logger
    }

    /// Runs until the queue is closed.
    func run() {
        var worker: WorkerProcess? = try? spawn()
        while let waiting = queue.next() {
            let outcome: Result<[CalculationReply], any Error>
            if waiting.patience < .now {
                outcome = .failure(APIError.overloaded())
            } else {
                outcome = Result { try replies(to: waiting.job, &worker) }
            }
            queue.finished(waiting)
            waiting.continuation.resume(with: outcome)
            if worker?.isWorn ?? true {
                worker?.end()
                worker = try? spawn()
            }
        }
        worker?.end()
    }

    private func replies(
        to job: CalculationJob, _ worker: inout WorkerProcess?
    ) throws -> [CalculationReply] {
        // A worker that somebody else has killed takes the job with it through no fault of its own: once more.
        for _ in 0..<2 {
            let current: WorkerProcess
            if let worker { current = worker } else { current = try spawn() }
            worker = current
            var replies: [CalculationReply] = []
            do throws(FrameChannel.Failure) {
                try exchange(job, current, &replies)
                return replies
            } catch {
                worker = nil
                let ending = current.end()
                if error == .closed, ending.signal == SIGKILL {
                    logger.error("worker was killed", metadata: ["operation": .string(job.label)])
                    continue
                }
                let fault = fault(error, ending, job)
                return replies + completion(of: job, after: replies.count, fault)
            }
        }
        throw APIError.interrupted
    }

    private func exchange(
        _ job: CalculationJob, _ worker: WorkerProcess, _ replies: inout [CalculationReply]
    ) throws(FrameChannel.Failure) {
        let deadline = ContinuousClock.now + configuration.timeLimit + Self.grace
        let milliseconds = Int(configuration.timeLimit / .milliseconds(1))
        worker.jobs += 1
        try worker.channel.send(job.frame(milliseconds: milliseconds), deadline: deadline)
        while replies.count < job.replies {
            guard let reply = CalculationReply(try worker.channel.receive(deadline: deadline)) else { throw .closed }
            replies.append(reply)
            if job.endsAtFailure, case .failure = reply { return }
        }
    }

    /// What is said of the one that ended the worker, and of those that did not get their turn.
    private func completion(of job: CalculationJob, after count: Int, _ fault: Fault) -> [CalculationReply] {
        let failed = CalculationReply.failure(CalculationFailure(fault))
        if job.endsAtFailure { return [failed] }
        let skipped = CalculationReply.failure(
            CalculationFailure(
                Fault(
                    fault.code, "An expression before this one ended the calculation: ask for this one without it")))
        return [failed] + [CalculationReply](repeating: skipped, count: job.replies - count - 1)
    }

    private func fault(_ failure: FrameChannel.Failure, _ ending: WorkerProcess.Ending, _ job: CalculationJob) -> Fault
    {
        if failure == .timeout { return CalculationFailure.timeLimit.faults[0] }
        if ending.isForWantOfMemory {
            return Fault(
                .memoryLimit,
                "The calculation needs more than \(configuration.memoryLimitMiB) MiB of memory: use smaller numbers, "
                    + "shorter lists or fewer digits")
        }
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
            return try WorkerProcess(executable: configuration.executable, memoryLimitMiB: configuration.memoryLimitMiB)
        } catch {
            logger.error("no worker could be started", metadata: ["reason": .string(error.description)])
            throw APIError.overloaded()
        }
    }
}
