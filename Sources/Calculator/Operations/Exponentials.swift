import Numbers

// Lindemann-Weierstrass: e^x is transcendental for algebraic x other than 0, and so ln x is for algebraic x other than
// 0 and 1. Gelfond-Schneider: a logarithm of a rational number to a rational base is rational or transcendental.
extension MathOperation {
    static let exp = real(
        "exp", .exponential, "The exponential function, e to the power of x.", x: "the exponent",
        examples: ["exp(1)": "e", "exp(0)": "1", "exp(-0.5)": "0.60653065971263342360"]
    ) { x, bits throws(Fault) in
        if x.isZero { return .rational(1) }
        try Magnitude.check(exponentOfE: x, parameter: "x")
        return .ball(RealBall(x, bits: bits).exponential(bits: bits), closedForm: x == 1 ? "e" : nil)
    }

    static let log = MathOperation(
        "log", .exponential,
        "Logarithm, natural when no base is given; of a negative number the principal complex value.",
        [
            .number("x", "any number but 0"),
            .number("base", "a positive number other than 1; e when left out", isRequired: false),
        ],
        examples: ["log(8, 2)": "3", "log(4, 8)": "2/3", "log(10)": "2.3025850929940456840", "log(-1)": "pi*i"]
    ) { arguments, context throws(Fault) in
        let base = arguments.has(1) ? try arguments.rational(1) : nil
        if let base, base.sign <= 0 || base == 1 {
            throw Fault(.domain, parameter: "base", "Give a positive base other than 1")
        }
        return try logarithm(try arguments.rational(0), base: base, bits: context.bits)
    }

    static let log2 = real(
        "log2", .exponential, "Logarithm to base 2.", x: "any number but 0",
        examples: ["log2(8)": "3", "log2(1/4)": "-2", "log2(10)": "3.3219280948873623479"]
    ) { x, bits throws(Fault) in try logarithm(x, base: 2, bits: bits) }

    static let log10 = real(
        "log10", .exponential, "Logarithm to base 10.", x: "any number but 0",
        examples: ["log10(1000)": "3", "log10(0.01)": "-2", "log10(2)": "0.30102999566398119521"]
    ) { x, bits throws(Fault) in try logarithm(x, base: 10, bits: bits) }

    /// The principal value: the logarithm of -x has pi as its imaginary part, divided by that of the base.
    private static func logarithm(_ x: Rational, base: Rational?, bits: Int) throws(Fault) -> Value {
        if x.isZero {
            throw Fault(.domain, parameter: "x", "0 has no logarithm: give a number other than 0")
        }
        let real = logarithm(ofPositive: x.magnitude, base: base, bits: bits)
        if !x.isNegative { return .number(real) }
        let pi = RealBall.pi(bits: bits)
        guard let base else { return .complex(real, .ball(pi, closedForm: "pi")) }
        let divisor = RealBall(base, bits: bits).logarithm(bits: bits)
        return .complex(real, .ball(pi.divided(by: divisor, bits: bits)))
    }

    private static func logarithm(ofPositive x: Rational, base: Rational?, bits: Int) -> RealNumber {
        if x == 1 { return .exact(0) }
        let numerator = RealBall(x, bits: bits).logarithm(bits: bits)
        guard let base else { return .ball(numerator) }
        if let exact = RationalLogarithm.of(x, base: base) { return .exact(exact) }
        return .ball(numerator.divided(by: RealBall(base, bits: bits).logarithm(bits: bits), bits: bits))
    }
}
