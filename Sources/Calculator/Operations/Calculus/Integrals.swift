import Numbers

extension MathOperation {
    static let integrate = symbolic(
        "integrate", "Integral of an expression between two real limits, every digit proven.",
        [
            .expression("expr", "the integrand as text, or a function of one variable"),
            .variable("variable", "the variable of integration", default: "x"),
            .real("a", "the lower limit"), .real("b", "the upper limit"),
        ],
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

    /// How much of a processor one attempt may take, and how often it may ask for the integrand.
    private static let patience = Duration.milliseconds(1_000)
    private static let evaluations = 30_000
    /// A result that is still not told from 0 at this precision is given up.
    private static let bitsForZero = 1_000

    func value() throws(Fault) -> Number {
        if integrand.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        let function = BallFunction(integrand, of: variable, context)
        try function.checkNames()
        let (low, high) = try start.compare(end, context) <= 0 ? (start, end) : (end, start)
        function.nonnegative = try nonnegativeBases(from: low, to: high)
        if let exact = try exactValue() { return exact }
        let (a, b) = (start.ball(context), end.ball(context))
        let gaps = RemovableSingularity.all(in: integrand, variable, from: low, to: high, context)
        let budget = Budget(Self.patience, context)
        let result = Integration.integral(from: a, to: b, bits: context.bits + 8, evaluations: Self.evaluations) {
            x, isAnalytic, bits in
            if budget.isSpent { return nil }
            if let value = function.value(at: x, isAnalytic: isAnalytic, bits: bits) { return value }
            return gaps.lazy.compactMap { $0.value(at: x, isAnalytic: isAnalytic, bits: bits) }.first
        }
        guard let result else {
            throw Fault(
                .cannotCertify, parameter: "expr",
                "The integral does not converge, or not fast enough to be proven: keep the limits away from poles and jumps"
            ).finally
        }
        if result.containsZero {
            if try isOdd() { return Number(0) }
            throw undecided("The integral is 0 or too near 0 to be told from it")
        }
        if !result.isReal, result.imaginary.containsZero {
            throw undecided("The integral is real or too near the real axis to be told from it")
        }
        return .ball(result)
    }

    /// More bits are worth a try, but not for long.
    private func undecided(_ text: String) -> Fault {
        context.bits < Self.bitsForZero ? .needsPrecision : Fault(.cannotCertify, text).finally
    }

    /// Bases of roots that are real and not negative all the way, as far as that is easily proven: their roots lie at
    /// the limits only.
    private func nonnegativeBases(from low: Number, to high: Number) throws(Fault) -> Set<Formula> {
        var bases: Set<Formula> = []
        for base in integrand.rootBases where base.contains(variable) && base.isContinuous(variable) {
            let equation = Equation(formula: base, variable: variable, start: low, end: high, context: context)
            guard let roots = try? equation.roots() else { continue }
            var isInside = false
            for root in roots {
                let (a, b) = (try root.compare(low, context), try root.compare(high, context))
                if a > 0, b < 0 { isInside = true }
            }
            let middle = try low.adding(high, context).multiplied(by: .rational(.half), context)
            guard !isInside, let sign = try? base.value(variable, at: middle, context).sign(context), sign > 0 else {
                continue
            }
            bases.insert(base)
        }
        return bases
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
    /// What roots and powers with fractions are taken of.
    fileprivate var rootBases: Set<Formula> {
        var bases = parts.reduce(into: Set<Formula>()) { $0.formUnion($1.rootBases) }
        if case .power(let base, .number(let exponent)) = self, !exponent.isInteger { bases.insert(base) }
        return bases
    }

    /// Whether it is made of functions that are real and continuous on the whole real axis.
    fileprivate func isContinuous(_ variable: String) -> Bool {
        switch self {
        case .number: true
        case .symbol(let name): name == variable || name == "pi" || name == "e"
        case .sum(let parts), .product(let parts): parts.allSatisfy { $0.isContinuous(variable) }
        case .power(let base, .number(let exponent)):
            exponent.isInteger && exponent > 0 && base.isContinuous(variable)
        case .power: false
        case .call(let name, let arguments):
            ["exp", "sin", "cos", "sinh", "cosh", "tanh", "atan", "abs"].contains(name)
                && arguments.allSatisfy { $0.isContinuous(variable) }
        }
    }
}
