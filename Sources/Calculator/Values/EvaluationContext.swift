import Numbers

/// What a function may know of the evaluation it is part of.
struct EvaluationContext {
    /// Working precision of balls, in bits.
    var bits: Int
    /// When to give up; nil: never.
    let deadline: ContinuousClock.Instant?
    private let closedForms: ClosedForms
    /// The program that is running, with its variables; nil when a single operation is called.
    let evaluator: (any Interpreter)?
    /// What reads trees where no program is running.
    let language: any Interpreter.Type
    /// How many operations have called one another.
    private var callDepth = 0

    init(
        bits: Int, deadline: ContinuousClock.Instant? = nil, closedForms: ClosedForms = ClosedForms(),
        evaluator: (any Interpreter)? = nil, language: any Interpreter.Type
    ) {
        self.bits = bits
        self.deadline = deadline
        self.closedForms = closedForms
        self.evaluator = evaluator
        self.language = language
    }

    /// Where the exact numbers of this evaluation live.
    var calcium: CalciumContext { closedForms.context }

    /// The same evaluation at another precision, or within a program.
    func with(bits: Int? = nil, evaluator: (any Interpreter)? = nil) -> EvaluationContext {
        EvaluationContext(
            bits: bits ?? self.bits, deadline: deadline, closedForms: closedForms,
            evaluator: evaluator ?? self.evaluator, language: language)
    }

    /// An evaluation of its own: outside of any program, without a deadline.
    func apart(bits: Int) -> EvaluationContext { EvaluationContext(bits: bits, language: language) }

    /// The program that is running; where none is, one without variables.
    var program: any Interpreter { evaluator ?? language.init(self) }

    /// The value of an expression that knows no variables.
    func evaluate(_ node: Node) throws(Fault) -> Value { try language.init(self).evaluate(node) }

    /// The value of a function given as an argument.
    func call(_ function: FunctionValue, _ arguments: [Value]) throws(Fault) -> Value {
        try program.call(function, arguments, [])
    }

    /// The same evaluation one call deeper: two operations that hand the same arguments to each other have an end too.
    func deeper() throws(Fault) -> EvaluationContext {
        guard callDepth < Limits.callDepth else { throw .tooDeep }
        var context = self
        context.callDepth += 1
        return context
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

/// The exact numbers of an evaluation: most need none, and do not pay for them.
final class ClosedForms {
    private(set) lazy var context = CalciumContext()
}

extension Fault {
    /// There is no more room for calls within calls.
    static let tooDeep = Fault(
        .recursionLimit, "The calls stand too deep in one another: give the recursion an end, or nest less")
}
