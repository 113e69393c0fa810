import Glibc

/// How much of a processor a search may take, on the thread that begins it: what else the machine does must not decide
/// whether there is an answer.
final class Budget {
    private let end: Duration
    private let deadline: ContinuousClock.Instant?
    private var count = 0
    private var isOver = false

    init(_ patience: Duration, _ context: EvaluationContext) {
        end = Self.timeOfThread + patience
        deadline = context.deadline
    }

    /// Whether it is used up, or the calculation's deadline has passed; the clocks are read now and then.
    var isSpent: Bool {
        count += 1
        if count.isMultiple(of: 16), !isOver {
            isOver = Self.timeOfThread > end || deadline.map { ContinuousClock.now > $0 } ?? false
        }
        return isOver
    }

    private static var timeOfThread: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
