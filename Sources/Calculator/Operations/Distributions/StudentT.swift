import Numbers

extension MathOperation {
    static let tPdf = MathOperation(
        "tPdf", .distributions, "Density of Student's t distribution.", [Distribution.place, Distribution.freedom()],
        cost: .quick(upToDigits: 0), examples: ["tPdf(0, 4)": "3/8", "tPdf(1, 1)": "0.15915494309189533577"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        if let value = try StudentT.exactDensity(x, freedom, context) { return .number(value) }
        let place = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real
        return .number(
            try SpecialValue.number(StudentT.density(place, try freedom.realBall(context), bits: context.bits)))
    }

    static let tCdf = MathOperation(
        "tCdf", .distributions, "Probability that a number of Student's t distribution is at most x.",
        [Distribution.place, Distribution.freedom()], cost: .quick(upToDigits: 0),
        examples: [
            "tCdf(0, 3)": "1/2", "tCdf(1, 1)": "3/4", "tCdf(3/2, 4)": "112/125",
            "tCdf(2, 10)": "0.96330598261462981719",
        ]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        let sign = try x.sign(context)
        if sign == 0 { return .number(.half) }
        if let value = try StudentT.exactProbability(x, freedom, context) { return .number(value) }
        let size = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real.magnitude
        let tail = StudentT.tail(size, try freedom.realBall(context), bits: context.bits)
        return .number(
            try SpecialValue.number(sign < 0 ? tail : RealBall(1).subtracting(tail, bits: context.bits)))
    }

    static let tQuantile = MathOperation(
        "tQuantile", .distributions,
        "The number that one of Student's t distribution does not exceed with probability p.",
        [Distribution.probability, Distribution.freedom()], cost: .quick(upToDigits: 0),
        examples: [
            "tQuantile(1/2, 3)": "0", "tQuantile(0.896, 4)": "3/2", "tQuantile(0.975, 10)": "2.2281388519862747484",
        ]
    ) { arguments, context throws(Fault) in
        let p = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        let centered = try p.subtracting(.half, context)
        if try centered.isZero(context) { return .integer(0) }
        if p.asRational == 0 || p.asRational == 1 { throw Distribution.infinite("0 and of 1") }
        return .number(try StudentT.quantile(p, centered, freedom, context))
    }
}

private enum StudentT {
    /// Even degrees of freedom up to here have densities that are square roots of fractions short enough.
    private static let greatestExactFreedom = 200

    /// The density's square for even degrees of freedom n = 2k and a rational x:
    /// r^2/n (1 + x^2/n)^(-n - 1) with r = (2k)!/(4^k k! (k - 1)!).
    static func exactDensity(
        _ x: Number, _ freedom: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number? {
        guard case .rational(let place) = x, let n = freedom.asInteger?.asInt, n.isMultiple(of: 2),
            n <= greatestExactFreedom, n * place.bitSize <= 20_000
        else { return nil }
        let k = n / 2
        var ratio = Rational(k)
        for index in 1..<(k + 1) { ratio = ratio * Rational(numerator: 2 * index - 1, over: 2 * index) }
        let base = Rational(1) + place * place * Rational(numerator: 1, over: n)
        let power = try Fault.of("x") { () throws(NumberError) in try base.power(-n - 1) }
        return try Number.rational(ratio * ratio * power * Rational(numerator: 1, over: n)).squareRoot(context)
    }

    static func density(_ x: RealBall, _ freedom: RealBall, bits: Int) -> RealBall {
        let bits = bits + 16
        let half = freedom.scaled(byPowerOfTwo: -1)
        let next = half.adding(RealBall(1).scaled(byPowerOfTwo: -1), bits: bits)
        let square = x.multiplied(by: x, bits: bits).divided(by: freedom, bits: bits)
        let exponent = next.logarithmOfGamma(bits: bits).subtracting(half.logarithmOfGamma(bits: bits), bits: bits)
            .subtracting(next.multiplied(by: square.logarithmOfOnePlus(bits: bits), bits: bits), bits: bits)
        let root = freedom.multiplied(by: RealBall.pi(bits: bits), bits: bits).squareRoot(bits: bits)
        return exponent.exponential(bits: bits).divided(by: root, bits: bits)
    }

    /// The probability beyond x > 0: half of I(n/(n + x^2); n/2, 1/2).
    @Sendable static func tail(_ x: RealBall, _ freedom: RealBall, bits: Int) -> RealBall {
        let sum = x.multiplied(by: x, bits: bits).adding(freedom, bits: bits)
        let half = RealBall(1).scaled(byPowerOfTwo: -1)
        return freedom.divided(by: sum, bits: bits)
            .lowerBeta(freedom.scaled(byPowerOfTwo: -1), half, bits: bits).scaled(byPowerOfTwo: -1)
    }

    /// The probability between 0 and x > 0.
    static func center(_ x: RealBall, _ freedom: RealBall, bits: Int) -> RealBall {
        let square = x.multiplied(by: x, bits: bits)
        let half = RealBall(1).scaled(byPowerOfTwo: -1)
        return square.divided(by: square.adding(freedom, bits: bits), bits: bits)
            .lowerBeta(half, freedom.scaled(byPowerOfTwo: -1), bits: bits).scaled(byPowerOfTwo: -1)
    }

    /// The probability to the left of x other than 0, where it is rational or an angle.
    static func exactProbability(
        _ x: Number, _ freedom: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number? {
        if freedom.asRational == 1, x.isExact {
            let angle = try MathOperation.atan.number(of: x, context)
            return try angle.divided(by: Number(.pi(in: context.calcium)), context).adding(.half, context)
        }
        guard case .rational(let place) = x, case .rational(let n) = freedom, n.isInteger, n.numerator.isEven else {
            return nil
        }
        let square = place * place
        let ratio = try square.divided(by: square + n, parameter: "x")
        guard let center = try RegularizedBeta.rational(ratio, .half, n * .half) else { return nil }
        let half = center * .half
        return .rational(place.isNegative ? .half - half : .half + half)
    }

    static func quantile(
        _ p: Number, _ centered: Number, _ freedom: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        if freedom.asRational == 1, p.isExact {
            return try MathOperation.tan.number(
                of: centered.multiplied(by: Number(.pi(in: context.calcium)), context), context)
        }
        let distance = try centered.magnitude(context)
        let n = try freedom.realBall(context)
        let isCentral = try distance.isLess(than: .rational(Rational(numerator: 1, over: 4)), context)
        let function = MonotoneFunction(
            isIncreasing: isCentral, value: { isCentral ? center($0, n, bits: $1) : tail($0, n, bits: $1) },
            slope: { isCentral ? density($0, n, bits: $1) : -density($0, n, bits: $1) })
        let target = isCentral ? distance : try Number.half.subtracting(distance, context)
        let place = try Distribution.place(of: target, function, context)
        let isLeft = try centered.sign(context) < 0
        let result = isLeft ? -place : place
        if let candidate = result.simplestRational, p.asRational != nil,
            try exactProbability(.rational(candidate), freedom, context)?.asRational == p.asRational
        {
            return .rational(candidate)
        }
        return try SpecialValue.number(result)
    }
}
