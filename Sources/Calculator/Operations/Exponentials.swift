import Numbers

extension MathOperation {
    static let exp = function(
        "exp", .exponential, "The exponential function, e to the power of x.", x: "the exponent",
        traits: .init(latex: .form(of: 1, precedence: .power) { x, _ in "e^{\(x(0))}" }),
        examples: ["exp(1)": "e", "exp(0)": "1", "exp(-1/2)": "exp(-1/2)"]
    ) { x, context throws(Fault) in try x.exponential(context) }

    static let expm1 = function(
        "expm1", .exponential, "The exponential function less 1: of x near 0 just as certain.", x: "the exponent",
        examples: ["expm1(0)": "0", "expm1(1)": "e - 1"]
    ) { x, context throws(Fault) in try x.exponential(context).subtracting(Number(1), context) }

    static let log1p = MathOperation(
        "log1p", .exponential, "Logarithm of 1 + x, natural when no base is given.",
        [
            .number("x", "any number but -1"),
            .number("base", "any number but 0 and 1; e when left out", isRequired: false),
        ],
        examples: ["log1p(0)": "0", "log1p(99, 10)": "2", "log1p(1)": "log(2)"]
    ) { arguments, context throws(Fault) in
        let base = arguments.has(1) ? try arguments.number(1) : nil
        return .number(try logarithm(try arguments.number(0).adding(Number(1), context), base: base, context))
    }

    static let log = MathOperation(
        "log", .exponential,
        "Logarithm, natural when no base is given; of a negative number the principal complex value.",
        [
            .number("x", "any number but 0"),
            .number("base", "any number but 0 and 1; e when left out", isRequired: false),
        ],
        traits: .init(
            latex: .form(of: 2, name: "\\ln") { x, _ in "\\log_{\(x(1))}\\left(\(x(0))\\right)" }, synonyms: ["ln"]),
        examples: ["log(8, 2)": "3", "log(4, 8)": "2/3", "log(10)": "log(10)", "log(-1)": "pi*i"]
    ) { arguments, context throws(Fault) in
        let base = arguments.has(1) ? try arguments.number(1) : nil
        return .number(try logarithm(try arguments.number(0), base: base, context))
    }

    static let log2 = function(
        "log2", .exponential, "Logarithm to base 2.", x: "any number but 0",
        traits: .init(latex: .name("\\log_{2}")),
        examples: ["log2(8)": "3", "log2(1/4)": "-2", "log2(10)": "log(10)/log(2)"]
    ) { x, context throws(Fault) in try logarithm(x, base: Number(2), context) }

    static let log10 = function(
        "log10", .exponential, "Logarithm to base 10.", x: "any number but 0",
        traits: .init(latex: .name("\\log_{10}")),
        examples: ["log10(1000)": "3", "log10(0.01)": "-2", "log10(2)": "log(2)/log(10)"]
    ) { x, context throws(Fault) in try logarithm(x, base: Number(10), context) }

    /// The quotient of two logarithms, exact where it is rational.
    ///
    /// Gelfond-Schneider: a logarithm of a rational number to a rational base is rational or transcendental.
    private static func logarithm(
        _ x: Number, base: Number?, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        guard let base else { return try x.logarithm(context) }
        let isZero = try base.isZero(context)
        if try isZero ? true : base.equals(Number(1), context) {
            throw Fault(.domain, parameter: "base", "Give a base other than 0 and 1")
        }
        if case .rational(let value) = x, case .rational(let divisor) = base, divisor > 0,
            let exact = RationalLogarithm.of(value.magnitude, base: divisor)
        {
            if value > 0 { return .rational(exact) }
            // log(-1) is πi, so the real part stays exact.
            let angle = try Number(-1).logarithm(context).divided(by: base.logarithm(context), context)
            return try angle.adding(.rational(exact), context)
        }
        return try x.logarithm(context).divided(by: base.logarithm(context, parameter: "base"), context)
    }
}
