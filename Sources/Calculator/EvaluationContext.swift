/// What a function may know of the evaluation it is part of.
struct EvaluationContext: Sendable {
    /// Working precision of balls, in bits.
    var bits: Int
    /// When to give up; nil: never.
    let deadline: ContinuousClock.Instant?

    /// Throws `time_limit` when the deadline has passed. To be called between steps, since no step can be interrupted.
    func checkDeadline() throws(Fault) {
        guard let deadline, ContinuousClock.now > deadline else { return }
        throw .timeLimit
    }
}
