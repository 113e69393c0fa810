import Numbers

/// What a function may know of the evaluation it is part of.
struct EvaluationContext {
    /// Working precision of balls, in bits.
    var bits: Int
    /// When to give up; nil: never.
    let deadline: ContinuousClock.Instant?
    /// Where the exact numbers of this evaluation live.
    let calcium: CalciumContext
    /// The program that is running, with its variables; nil when a single operation is called.
    let evaluator: Evaluator?

    init(
        bits: Int, deadline: ContinuousClock.Instant? = nil, calcium: CalciumContext = CalciumContext(),
        evaluator: Evaluator? = nil
    ) {
        self.bits = bits
        self.deadline = deadline
        self.calcium = calcium
        self.evaluator = evaluator
    }

    /// The value of a function given as an argument.
    func call(_ function: FunctionValue, _ arguments: [Value]) throws(Fault) -> Value {
        try (evaluator ?? Evaluator(self)).call(function, arguments)
    }

    /// The same evaluation with more bits, for a step that is known to lose some.
    func adding(bits: Int) -> EvaluationContext {
        var context = self
        context.bits += bits
        return context
    }

    /// Throws `time_limit` when the deadline has passed. To be called between steps, since no step can be interrupted.
    func checkDeadline() throws(Fault) {
        guard let deadline, ContinuousClock.now > deadline else { return }
        throw .timeLimit
    }
}
