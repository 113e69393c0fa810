import Numbers

extension MathOperation {
    static let chiSquarePdf = MathOperation(
        "chiSquarePdf", .distributions, "Density of the chi-square distribution.",
        [Distribution.place, Distribution.freedom()],
        cost: .quick(upToDigits: 0),
        examples: ["chiSquarePdf(-1, 3)": "0", "chiSquarePdf(2, 4)": "0.18393972058572116080"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        let sign = try x.sign(context)
        if sign < 0 { return .integer(0) }
        if sign == 0 { return .number(try ChiSquare.densityAtZero(freedom, context)) }
        let place = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real
        return .number(
            try SpecialValue.number(ChiSquare.density(place, try freedom.realBall(context), bits: context.bits)))
    }

    static let chiSquareCdf = MathOperation(
        "chiSquareCdf", .distributions, "Probability that a number of the chi-square distribution is at most x.",
        [Distribution.place, Distribution.freedom()], cost: .quick(upToDigits: 0),
        examples: ["chiSquareCdf(0, 3)": "0", "chiSquareCdf(3.84, 1)": "0.94995647875129490105"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        if try x.sign(context) <= 0 { return .integer(0) }
        let half = try SpecialValue.ball(x, upTo: 300, parameter: "x", context).real.scaled(byPowerOfTwo: -1)
        let shape = try freedom.realBall(context).scaled(byPowerOfTwo: -1)
        return .number(try SpecialValue.number(half.lowerGamma(shape: shape, bits: context.bits)))
    }

    static let chiSquareQuantile = MathOperation(
        "chiSquareQuantile", .distributions,
        "The number that one of the chi-square distribution does not exceed with probability p.",
        [Distribution.probability, Distribution.freedom()], cost: .quick(upToDigits: 0),
        examples: ["chiSquareQuantile(0, 3)": "0", "chiSquareQuantile(0.95, 1)": "3.8414588206941259584"]
    ) { arguments, context throws(Fault) in
        let p = try arguments.number(0)
        let freedom = try Distribution.freedom(arguments, 1, "df", context)
        if p.asRational == 0 { return .integer(0) }
        if p.asRational == 1 { throw Distribution.infinite("1") }
        return .number(try ChiSquare.quantile(p, try freedom.realBall(context), context))
    }
}

private enum ChiSquare {
    static func densityAtZero(_ freedom: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        switch try freedom.compare(Number(2), context) {
        case 0: return .half
        case 1...: return Number(0)
        default: throw SpecialValue.pole("x", "a number other than 0, or 2 degrees of freedom or more")
        }
    }

    /// (x/2)^(k/2 - 1) e^(-x/2) / (2 gamma(k/2))
    static func density(_ x: RealBall, _ freedom: RealBall, bits: Int) -> RealBall {
        let bits = bits + 16
        let (half, shape) = (x.scaled(byPowerOfTwo: -1), freedom.scaled(byPowerOfTwo: -1))
        let exponent = shape.subtracting(RealBall(1), bits: bits)
            .multiplied(by: half.logarithm(bits: bits), bits: bits)
            .subtracting(half, bits: bits).subtracting(shape.logarithmOfGamma(bits: bits), bits: bits)
        return exponent.exponential(bits: bits).scaled(byPowerOfTwo: -1)
    }

    static func quantile(_ p: Number, _ freedom: RealBall, _ context: EvaluationContext) throws(Fault) -> Number {
        let isUpper = try Number.half.isLess(than: p, context)
        let shape = freedom.scaled(byPowerOfTwo: -1)
        let function = MonotoneFunction(
            isIncreasing: !isUpper,
            value: { x, bits in
                let half = x.scaled(byPowerOfTwo: -1)
                return isUpper ? half.upperGamma(shape: shape, bits: bits) : half.lowerGamma(shape: shape, bits: bits)
            },
            slope: { isUpper ? -density($0, freedom, bits: $1) : density($0, freedom, bits: $1) })
        let target = isUpper ? try p.complement(context) : p
        return try SpecialValue.number(try Distribution.place(of: target, function, context))
    }
}
