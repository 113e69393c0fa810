import Numbers

extension MathOperation {
    static let erf = special(
        "erf", "The error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x.", x: "any number", upTo: 300,
        examples: ["erf(0)": "0", "erf(1)": "0.84270079294971486934", "erf(1i)": "1.6504257587975428760i"],
        exact: { x, _ in x.asRational == 0 ? Number(0) : nil }, ball: { $0.errorFunction(bits: $1) })

    static let erfc = special(
        "erfc", "The complementary error function, 1 - erf(x).", x: "any number", upTo: 300,
        examples: ["erfc(0)": "1", "erfc(10)": "2.0884875837625447570e-45"],
        exact: { x, _ in x.asRational == 0 ? Number(1) : nil }, ball: { $0.complementaryErrorFunction(bits: $1) })

    static let erfinv = MathOperation(
        "erfinv", .special, "The number whose error function is x.", [.real("x", "a number between -1 and 1")],
        cost: .quick(upToDigits: 0), examples: ["erfinv(0)": "0", "erfinv(1/2)": "0.47693627620446987338"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        if x.asRational == 0 { return .integer(0) }
        let size = try x.magnitude(context)
        guard try size.isLess(than: Number(1), context) else {
            throw Fault(
                .domain, parameter: "x", "Give a number between -1 and 1, without them: there the value is infinite")
        }
        return .number(try NormalQuantile.inverseErrorFunction(x, context))
    }

    static let expint = MathOperation(
        "expint", .special, "The exponential integral, of e^(-x*t)/t^n over t from 1 to infinity.",
        [.number("n", "the order"), .number("x", "any number but 0, unless n is above 1")], cost: .quick(upToDigits: 0),
        examples: [
            "expint(1, 1)": "0.21938393439552027368", "expint(2, 0)": "1", "expint(3, 1/2)": "0.22160436427517845737",
        ]
    ) { arguments, context throws(Fault) in
        let (order, x) = (try arguments.number(0), try arguments.number(1))
        if x.asRational == 0 { return .number(try exponentialIntegralAtZero(order, context)) }
        if let n = order.asInteger?.asInt, n <= 0, n >= -50, x.isExact, let value = try? elementary(-n, x, context) {
            return .number(value)
        }
        let value = try SpecialValue.ball(x, upTo: 15, parameter: "x", context).exponentialIntegral(
            order: try SpecialValue.order(order, upTo: 3, parameter: "n", context), bits: context.bits)
        let isElementary = order.asInteger.map { $0 <= 0 } ?? false
        return .number(try SpecialValue.number(x.isKnownReal && isElementary ? ComplexBall(value.real) : value))
    }

    static let ei = special(
        "ei", "The exponential integral Ei, the principal value of the integral of e^t/t up to x.",
        x: "any number but 0", upTo: 15,
        examples: ["ei(1)": "1.8951178163559367555", "ei(-1)": "-0.21938393439552027368"],
        exact: { x, _ throws(Fault) in
            if x.asRational == 0 { throw SpecialValue.pole("x", "a number other than 0") }
            return nil
        }, ball: { $0.exponentialIntegral(bits: $1) })

    static let si = special(
        "si", "The sine integral, of sin(t)/t from 0 to x.", x: "any number", upTo: 300,
        examples: ["si(0)": "0", "si(1)": "0.94608307036718301494"],
        exact: { x, _ in x.asRational == 0 ? Number(0) : nil }, ball: { $0.sineIntegral(bits: $1) })

    static let ci = special(
        "ci", "The cosine integral, of cos(t)/t from infinity to x.", x: "any number but 0", upTo: 300,
        examples: ["ci(1)": "0.33740392290096813466", "ci(-1)": "0.33740392290096813466 + 3.1415926535897932385i"],
        exact: { x, _ throws(Fault) in
            if x.asRational == 0 { throw SpecialValue.pole("x", "a number other than 0") }
            return nil
        }, ball: { $0.cosineIntegral(bits: $1) })

    static let li = special(
        "li", "The logarithmic integral, of 1/log(t) from 0 to x.", x: "any number but 1", upTo: 1_000,
        examples: ["li(0)": "0", "li(2)": "1.0451637801174927848", "li(1e6)": "78627.549159462181920"],
        exact: { x, _ throws(Fault) in
            if x.asRational == 1 { throw SpecialValue.pole("x", "a number other than 1") }
            return x.asRational == 0 ? Number(0) : nil
        }, ball: { $0.logarithmicIntegral(bits: $1) })

    /// 1/(n - 1) where that converges.
    private static func exponentialIntegralAtZero(
        _ order: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        let excess = try order.subtracting(Number(1), context)
        guard try excess.real(context).sign(context) > 0 else {
            throw SpecialValue.pole("x", "a number other than 0, or an order above 1")
        }
        return try Number(1).divided(by: excess, context)
    }

    /// The integral of t^m e^(-xt) from 1 to infinity: e^(-x) times the sum of m!/k! x^(k - m - 1) over k from 0 to m.
    private static func elementary(_ m: Int, _ x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        // I(m) = (e^-x + m I(m - 1)) / x
        let power = try x.negated.exponential(context)
        var sum = try Number(1).divided(by: x, context)
        for k in 1..<(m + 1) {
            sum = try sum.multiplied(by: Number(k), context).adding(Number(1), context).divided(by: x, context)
        }
        return try power.multiplied(by: sum, context)
    }
}

extension Number {
    /// Whether nothing needs to be decided to know that the imaginary part is 0.
    var isKnownReal: Bool {
        switch self {
        case .rational: true
        case .closed(let form): form.isReal == true
        case .ball(let ball): ball.isReal
        }
    }
}
