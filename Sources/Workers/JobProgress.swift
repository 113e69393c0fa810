import Calculator

/// How far a job has come, so that another worker can carry it on where one has ended.
struct JobProgress {
    private let job: CalculationJob
    private(set) var replies: [CalculationReply] = []
    private var bytes = 0

    init(_ job: CalculationJob) {
        self.job = job
    }

    /// Whether nothing more is to be asked of a worker.
    var isComplete: Bool {
        if job.endsAtFailure, case .failure? = replies.last { return true }
        return replies.count == job.replies
    }

    /// What is left of the job: what has been answered is not asked for again, but what it has defined is known.
    var rest: CalculationJob {
        guard case .expressions(let sources, let recalled, let precision) = job, !replies.isEmpty else { return job }
        let defining = zip(sources, replies).compactMap { source, reply in
            if case .answer(let answer) = reply, answer.defines { source } else { nil }
        }
        return .expressions(
            Array(sources.dropFirst(replies.count)), recalling: recalled + defining, precision: precision)
    }

    /// Whether the time was not enough for some of it.
    var metItsDeadline: Bool {
        replies.contains { reply in
            if case .failure(let failure) = reply { failure.faults[0].code == .timeLimit } else { false }
        }
    }

    mutating func add(_ reply: CalculationReply) {
        replies.append(reply)
    }

    /// Whether the frame is a reply. What several workers say together is bounded as what one says.
    mutating func add(frame: [UInt8]) -> Bool {
        guard let reply = CalculationReply(frame) else { return false }
        bytes += reply.length
        add(bytes > CalculationWorker.mostBytes ? CalculationWorker.tooLong : reply)
        return true
    }

    /// Says the same of all that has no reply yet.
    mutating func complete(with fault: Fault) {
        while !isComplete { add(.failure(CalculationFailure(fault))) }
    }
}
