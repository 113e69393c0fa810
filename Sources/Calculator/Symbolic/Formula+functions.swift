import Numbers

extension Formula {
    static func exp(_ x: Formula) -> Formula { calling("exp", [x]) }
    static func log(_ x: Formula) -> Formula { calling("log", [x]) }
    static func sin(_ x: Formula) -> Formula { calling("sin", [x]) }
    static func cos(_ x: Formula) -> Formula { calling("cos", [x]) }
    var squareRoot: Formula { raised(to: .half) }
    var squared: Formula { raised(to: .number(2)) }

    private static let even: Set<String> = ["cos", "cosh", "abs"]
    private static let odd: Set<String> = ["sin", "tan", "sinh", "tanh", "cbrt", "sign"]

    /// A function of the catalogue: arithmetic becomes sums, products and powers; what is rational is folded.
    static func calling(_ name: String, _ arguments: [Formula]) -> Formula {
        if let algebraic = algebraic(name, arguments) { return algebraic }
        if let value = folded(name, arguments) { return value }
        guard arguments.count == 1 else { return .call(name, arguments) }
        let x = arguments[0]
        switch (name, x) {
        case ("exp", .call("log", let inner)) where inner.count == 1: return inner[0]
        case ("log", .symbol("e")): return .one
        case ("exp", .number(1)): return .symbol("e")
        case ("abs", .call("abs", _)): return x
        default: break
        }
        if even.contains(name) || odd.contains(name), x.hasLeadingMinus {
            let flipped = Formula.calling(name, [-x])
            return even.contains(name) ? flipped : -flipped
        }
        if name == "abs", case let (coefficient, rest) = x.coefficientAndRest, coefficient != 1 {
            return Formula.call(name, [rest]).scaled(by: coefficient.magnitude)
        }
        return .call(name, arguments)
    }

    /// Whether it begins with a minus sign.
    private var hasLeadingMinus: Bool { terms[0].coefficientAndRest.coefficient < 0 }

    private static func algebraic(_ name: String, _ arguments: [Formula]) -> Formula? {
        switch (name, arguments.count) {
        case ("add", 2...): adding(arguments)
        case ("multiply", 2...): multiplying(arguments)
        case ("subtract", 2): arguments[0] - arguments[1]
        case ("divide", 2): arguments[0] / arguments[1]
        case ("pow", 2): arguments[0].raised(to: arguments[1])
        case ("square", 1): arguments[0].squared
        case ("cube", 1): arguments[0].raised(to: .number(3))
        case ("negate", 1): -arguments[0]
        case ("reciprocal", 1): arguments[0].raised(to: .number(-1))
        case ("sqrt", 1): arguments[0].squareRoot
        default: nil
        }
    }

    private static let foldable: Set<OperationCategory> = [
        .arithmetic, .rounding, .numberTheory, .exponential, .trigonometry, .hyperbolic, .special,
    ]
    /// Bits of arguments and values that are worth folding.
    private static let foldedBits = 1_024

    /// The value where it is a fraction, such as `gcd(4, 6)`, `sin(pi/6)`.
    private static func folded(_ name: String, _ arguments: [Formula]) -> Formula? {
        guard !arguments.isEmpty, arguments.allSatisfy({ $0.isSmallConstant }),
            let operation = Catalogue.operation(named: name), foldable.contains(operation.category)
        else { return nil }
        let context = EvaluationContext(bits: 64, language: Evaluator.self)
        var values: [Value] = []
        for argument in arguments {
            guard let value = try? Evaluator(context).evaluate(argument.node) else { return nil }
            values.append(value)
        }
        guard case .number(.rational(let value))? = try? operation.call(values, [], context),
            value.bitSize <= foldedBits
        else { return nil }
        return .number(value)
    }

    /// Whether it is a number, or one times pi.
    private var isSmallConstant: Bool {
        let (coefficient, rest) = coefficientAndRest
        return coefficient.bitSize <= 24 && (rest == .one || rest == .pi)
    }
}
