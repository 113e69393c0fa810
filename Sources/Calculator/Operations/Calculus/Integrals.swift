import Numbers

extension MathOperation {
    static let integrate = MathOperation(
        "integrate", .calculus, "Integral of an expression between two real limits, every digit proven.",
        [
            .expression("expr", "the integrand as text, or a function of one variable"),
            .variable("variable", "the variable of integration", default: "x"),
            .real("a", "the lower limit"), .real("b", "the upper limit"),
        ],
        cost: .quick(upToDigits: 0),
        examples: [
            "integrate(\"x^2\", \"x\", 0, 1)": "1/3", "integrate(\"exp(-x^2)\", \"x\", 0, 1)": "0.74682413281242702540",
            "integrate(\"sin(x)\", \"x\", 0, pi)": "2",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        let formula = try FormulaReader.formula(of: try arguments.value(0), in: variable, context)
        let integral = Integral(
            integrand: formula.simplified, variable: variable, start: try arguments.number(2),
            end: try arguments.number(3), context: context)
        return .number(try integral.value())
    }
}

/// A definite integral.
struct Integral {
    let integrand: Formula
    let variable: String
    let start: Number
    let end: Number
    let context: EvaluationContext

    /// How long one attempt may take, and how often it may ask for the integrand.
    private static let patience = Duration.milliseconds(1_200)
    private static let evaluations = 100_000
    /// A result that is still not told from 0 at this precision is given up.
    private static let bitsForZero = 1_000

    func value() throws(Fault) -> Number {
        if integrand.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        let function = BallFunction(integrand, of: variable, context)
        try function.checkNames()
        if let exact = try exactValue() { return exact }
        let (a, b) = (start.ball(context), end.ball(context))
        let budget = Budget(Self.patience, context)
        let result = Integration.integral(from: a, to: b, bits: context.bits + 8, evaluations: Self.evaluations) {
            x, isAnalytic, bits in
            budget.isSpent ? nil : function.value(at: x, isAnalytic: isAnalytic, bits: bits)
        }
        try context.checkDeadline()
        guard let result else {
            throw Fault(
                .cannotCertify, parameter: "expr",
                "The integral does not converge, or not fast enough to be proven: keep the limits away from poles and jumps"
            ).finally
        }
        if result.containsZero {
            if try isOdd() { return Number(0) }
            guard context.bits < Self.bitsForZero else {
                throw Fault(.cannotCertify, "The integral is 0 or too near 0 to be told from it").finally
            }
            throw .needsPrecision
        }
        return .ball(result)
    }

    /// Whether both halves cancel: the limits lie around 0 and the integrand changes its sign with the variable.
    private func isOdd() throws(Fault) -> Bool {
        guard try start.adding(end, context).isZero(context) else { return false }
        let mirrored = integrand.replacing(variable, with: -Formula.symbol(variable))
        return (integrand + mirrored).simplified.isZero
    }

    /// The difference of the antiderivative, when there is one along the whole way.
    private func exactValue() throws(Fault) -> Number? {
        if case .rational(let a) = start, case .rational(let b) = end, a == b { return Number(0) }
        guard let antiderivative = Antiderivative(integrand, variable) else { return nil }
        for condition in antiderivative.conditions {
            let signs = try [
                condition.linear.value(variable, at: start, context).sign(context),
                condition.linear.value(variable, at: end, context).sign(context),
            ]
            if signs.contains(0), !condition.allowsZero { return nil }
            if signs.contains(1), signs.contains(-1) { return nil }
            if signs.contains(-1), !condition.allowsNegative { return nil }
        }
        let last = try antiderivative.formula.value(variable, at: end, context)
        return try last.subtracting(try antiderivative.formula.value(variable, at: start, context), context)
    }
}

extension Formula {
    /// The value with a number in place of the variable, in the program that is running.
    func value(_ variable: String, at x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        let value = try (context.evaluator ?? Evaluator(context)).evaluate(node, with: [variable: .number(x)])
        guard case .number(let number) = value else {
            throw Fault(.numberExpected, parameter: "expr", "Give an expression whose value is a number")
        }
        return number
    }

    /// The value of a formula without a variable.
    func value(_ context: EvaluationContext) throws(Fault) -> Number { try value("", at: Number(0), context) }
}

/// How long a search may take.
final class Budget {
    private let end: ContinuousClock.Instant
    private var count = 0
    private var isOver = false

    init(_ patience: Duration, _ context: EvaluationContext) {
        let end = ContinuousClock.now + patience
        self.end = min(end, context.deadline ?? end)
    }

    /// Whether the time is over; the clock is read now and then.
    var isSpent: Bool {
        count += 1
        if count.isMultiple(of: 16), !isOver { isOver = ContinuousClock.now > end }
        return isOver
    }
}
