import Numbers

extension MathOperation {
    static let gamma = special(
        "gamma", "The gamma function, (x - 1)! for a whole number.", x: "any number but 0, -1, -2, …", upTo: 12,
        traits: .init(latex: .name("\\Gamma")),
        examples: ["gamma(5)": "24", "gamma(1/2)": "sqrt(pi)", "gamma(1/3)": "2.6789385347077476337"],
        exact: { x, context throws(Fault) in try GammaFunction.exact(x, context) }, ball: { $0.gamma(bits: $1) })

    static let lgamma = special(
        "lgamma", "The logarithm of the gamma function; left of 0 the principal complex value.",
        x: "any number but 0, -1, -2, …", upTo: 100_000,
        examples: [
            "lgamma(2)": "0", "lgamma(10)": "12.801827480081469611", "lgamma(1e30)": "6.8077552789821370521e+31",
        ],
        exact: { x, context throws(Fault) in
            try GammaFunction.checkPole(x, "x")
            return x.asRational == 1 || x.asRational == 2 ? Number(0) : nil
        }, ball: { $0.logarithmOfGamma(bits: $1) })

    static let digamma = special(
        "digamma", "The digamma function, the derivative of the logarithm of the gamma function.",
        x: "any number but 0, -1, -2, …", upTo: 100_000,
        examples: ["digamma(1)": "-0.57721566490153286061", "digamma(1/2)": "-1.9635100260214234794"],
        exact: { x, context throws(Fault) in
            try GammaFunction.checkPole(x, "x")
            try SpecialValue.checkBits(context, upTo: 40_000)
            return nil
        }, ball: { $0.digamma(bits: $1) })

    static let beta = function(
        "beta", .special, "The beta function, gamma(a)*gamma(b)/gamma(a + b).", a: "any number but 0, -1, -2, …",
        b: "any number but 0, -1, -2, …", cost: .quick(upToDigits: 0),
        examples: ["beta(2, 3)": "1/12", "beta(1/2, 1/2)": "pi", "beta(1/3, 1/4)": "6.3535864855534215305"]
    ) { a, b, context throws(Fault) in
        if let value = try GammaFunction.exactBeta(a, b, context) { return value }
        let (first, second) = (
            try SpecialValue.ball(a, upTo: 12, parameter: "a", context),
            try SpecialValue.ball(b, upTo: 12, parameter: "b", context)
        )
        return try SpecialValue.number(first.beta(second, bits: context.bits))
    }
}

/// The places where the gamma function is known exactly.
enum GammaFunction {
    /// 205,023 has the largest factorial, of the number before it, that a result may be.
    private static let greatest = 205_023
    /// Half-integers up to here have a factor of pi short enough to be read.
    private static let greatestHalf: Rational = 64

    /// Throws at a pole.
    static func checkPole(_ x: Number, _ parameter: String) throws(Fault) {
        if let value = x.asInteger, value <= 0 {
            throw SpecialValue.pole(parameter, "a number other than 0, -1, -2, …")
        }
    }

    /// The value at a whole number or at a half; nil elsewhere.
    static func exact(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        try checkPole(x, "x")
        guard case .rational(let value) = x else { return nil }
        if value > Rational(greatest) { throw .resultTooLarge("x") }
        if let whole = value.asInteger {
            return Number(try Fault.of("x") { () throws(NumberError) in try Integer.factorial(whole - 1) })
        }
        guard value.denominator == 2, value.magnitude < greatestHalf else { return nil }
        let root = try Number(.pi(in: context.calcium)).squareRoot(context)
        return try Number.rational(ratioToHalf(value)).multiplied(by: root, context)
    }

    /// gamma(x)/gamma(1/2) for half an odd number x.
    private static func ratioToHalf(_ x: Rational) throws(Fault) -> Rational {
        let half = try Rational(1).divided(by: 2, parameter: "x")
        var (place, ratio) = (half, Rational(1))
        while place < x {
            ratio = ratio * place
            place = place + 1
        }
        while place > x {
            place = place - 1
            ratio = try ratio.divided(by: place, parameter: "x")
        }
        return ratio
    }

    /// The beta function where it is rational or a multiple of pi; nil where it is not known to be. Throws at poles.
    static func exactBeta(_ a: Number, _ b: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        if let n = a.asInteger, n > 0, let value = try beta(n, b, context, parameter: "b") { return value }
        if let n = b.asInteger, n > 0, let value = try beta(n, a, context, parameter: "a") { return value }
        if a.asInteger?.sign == 1 || b.asInteger?.sign == 1 { return nil }
        try checkPole(a, "a")
        try checkPole(b, "b")
        guard case .rational(let first) = a, case .rational(let second) = b else { return nil }
        if let sum = (first + second).asInteger, sum <= 0 { return Number(0) }
        guard let left = try exact(a, context), let right = try exact(b, context),
            let whole = try exact(.rational(first + second), context)
        else { return nil }
        return try left.multiplied(by: right, context).divided(by: whole, context)
    }

    /// B(n, y) = (n - 1)! / (y (y + 1) … (y + n - 1)) for an exact y; nil where that is long.
    private static func beta(
        _ n: Integer, _ y: Number, _ context: EvaluationContext, parameter: String
    ) throws(Fault) -> Number? {
        if let pole = y.asInteger, pole <= 0, pole + n > 0 {
            throw SpecialValue.pole(parameter, "a number other than 0, -1, -2, …")
        }
        let greatest = y.asRational.map { $0.bitSize <= 1_000 ? 1_000 : 0 } ?? 20
        guard y.isExact, let count = n.asInt, count <= greatest else { return nil }
        var value = Number(1)
        for index in 0..<count {
            let factor = try y.adding(Number(index), context)
            value = try value.multiplied(by: Number(max(index, 1)), context).divided(by: factor, context)
        }
        return value
    }
}
