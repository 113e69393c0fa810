import Numbers

extension MathOperation {
    static let fPdf = MathOperation(
        "fPdf", .distributions, "Density of the F distribution.", [Distribution.place] + FisherF.parameters,
        cost: .quick(upToDigits: 0),
        examples: ["fPdf(1, 2, 4)": "8/27", "fPdf(1, 1, 1)": "0.15915494309189533577"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try FisherF.freedom(arguments, context)
        let sign = try x.sign(context)
        if sign < 0 { return .integer(0) }
        if sign == 0 { return .number(try FisherF.densityAtZero(freedom.first, context)) }
        if let value = try FisherF.exactDensity(x, freedom.first, freedom.second, context) { return .number(value) }
        let place = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real
        let balls = try FisherF.Balls(freedom.first, freedom.second, context)
        return .number(try SpecialValue.number(balls.density(place, bits: context.bits)))
    }

    static let fCdf = MathOperation(
        "fCdf", .distributions, "Probability that a number of the F distribution is at most x.",
        [Distribution.place] + FisherF.parameters, cost: .quick(upToDigits: 0),
        examples: ["fCdf(1, 5, 5)": "1/2", "fCdf(3, 2, 4)": "21/25", "fCdf(2, 3, 7)": "0.79730635751334907793"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try FisherF.freedom(arguments, context)
        if try x.sign(context) <= 0 { return .integer(0) }
        if let value = try FisherF.exactProbability(x, freedom.first, freedom.second) { return .rational(value) }
        let place = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real
        let balls = try FisherF.Balls(freedom.first, freedom.second, context)
        return .number(try SpecialValue.number(balls.probability(place, bits: context.bits)))
    }

    static let fQuantile = MathOperation(
        "fQuantile", .distributions, "The number that one of the F distribution does not exceed with probability p.",
        [Distribution.probability] + FisherF.parameters, cost: .quick(upToDigits: 0),
        examples: [
            "fQuantile(1/2, 5, 5)": "1", "fQuantile(0.84, 2, 4)": "3", "fQuantile(0.95, 3, 7)": "4.3468313999078180748",
        ]
    ) { arguments, context throws(Fault) in
        let p = try arguments.number(0)
        let freedom = try FisherF.freedom(arguments, context)
        if p.asRational == 0 { return .integer(0) }
        if p.asRational == 1 { throw Distribution.infinite("1") }
        let balls = try FisherF.Balls(freedom.first, freedom.second, context)
        let isUpper = try Number.half.isLess(than: p, context)
        let function = MonotoneFunction(
            isIncreasing: !isUpper,
            value: { isUpper ? balls.tail($0, bits: $1) : balls.probability($0, bits: $1) },
            slope: { isUpper ? -balls.density($0, bits: $1) : balls.density($0, bits: $1) })
        let place = try Distribution.place(of: isUpper ? p.complement(context) : p, function, context)
        if let candidate = place.simplestRational, let wanted = p.asRational,
            try FisherF.exactProbability(.rational(candidate), freedom.first, freedom.second) == wanted
        {
            return .rational(candidate)
        }
        return .number(try SpecialValue.number(place))
    }
}

private enum FisherF {
    static let parameters = [
        Distribution.freedom("df1", "the degrees of freedom of the numerator, above 0"),
        Distribution.freedom("df2", "the degrees of freedom of the denominator, above 0"),
    ]

    static func freedom(
        _ arguments: Arguments, _ context: EvaluationContext
    ) throws(Fault) -> (first: Number, second: Number) {
        (
            try Distribution.freedom(arguments, 1, "df1", context),
            try Distribution.freedom(arguments, 2, "df2", context)
        )
    }

    static func densityAtZero(_ freedom: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        switch try freedom.compare(Number(2), context) {
        case 0: return Number(1)
        case 1...: return Number(0)
        default: throw SpecialValue.pole("x", "a number other than 0, or df1 of 2 or more")
        }
    }

    /// With r = df1/df2, a = df1/2 and b = df2/2 the density is r^a x^(a - 1) (1 + r x)^(-a - b) / B(a, b), and B is
    /// rational unless both a and b are halves: the square is rational then.
    static func exactDensity(
        _ x: Number, _ first: Number, _ second: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number? {
        guard case .rational(let place) = x, let m = first.asInteger?.asInt, let n = second.asInteger?.asInt,
            m.isMultiple(of: 2) || n.isMultiple(of: 2), m <= 200, n <= 200, (m + n) * place.bitSize <= 20_000,
            let beta = try GammaFunction.exactBeta(
                .rational(Rational(numerator: m, over: 2)), .rational(Rational(numerator: n, over: 2)), context)?
                .asRational
        else { return nil }
        let ratio = Rational(numerator: m, over: n)
        let square = try Fault.of("x") { () throws(NumberError) in
            try ratio.power(m) * place.power(m - 2) * (1 + ratio * place).power(-m - n) * beta.power(-2)
        }
        return try Number.rational(square).squareRoot(context)
    }

    static func exactProbability(_ x: Number, _ first: Number, _ second: Number) throws(Fault) -> Rational? {
        guard case .rational(let place) = x, case .rational(let m) = first, case .rational(let n) = second,
            m.isInteger, n.isInteger
        else { return nil }
        let scaled = m * place
        let ratio = try scaled.divided(by: scaled + n, parameter: "x")
        return try RegularizedBeta.rational(ratio, m * .half, n * .half)
    }

    /// The degrees of freedom as balls.
    struct Balls: Sendable {
        let (first, second): (RealBall, RealBall)

        init(_ first: Number, _ second: Number, _ context: EvaluationContext) throws(Fault) {
            (self.first, self.second) = (try first.realBall(context), try second.realBall(context))
        }

        private var a: RealBall { first.scaled(byPowerOfTwo: -1) }
        private var b: RealBall { second.scaled(byPowerOfTwo: -1) }

        func probability(_ x: RealBall, bits: Int) -> RealBall {
            let scaled = first.multiplied(by: x, bits: bits)
            return scaled.divided(by: scaled.adding(second, bits: bits), bits: bits).lowerBeta(a, b, bits: bits)
        }

        func tail(_ x: RealBall, bits: Int) -> RealBall {
            let sum = first.multiplied(by: x, bits: bits).adding(second, bits: bits)
            return second.divided(by: sum, bits: bits).lowerBeta(b, a, bits: bits)
        }

        func density(_ x: RealBall, bits: Int) -> RealBall {
            let bits = bits + 16
            let ratio = first.divided(by: second, bits: bits)
            let scaled = ratio.multiplied(by: x, bits: bits)
            let sum = a.adding(b, bits: bits)
            let beta = a.logarithmOfGamma(bits: bits).adding(b.logarithmOfGamma(bits: bits), bits: bits)
                .subtracting(sum.logarithmOfGamma(bits: bits), bits: bits)
            return a.multiplied(by: scaled.logarithm(bits: bits), bits: bits)
                .subtracting(sum.multiplied(by: scaled.logarithmOfOnePlus(bits: bits), bits: bits), bits: bits)
                .subtracting(beta, bits: bits).exponential(bits: bits).divided(by: x, bits: bits)
        }
    }
}
