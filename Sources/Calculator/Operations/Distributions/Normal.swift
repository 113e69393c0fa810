import Numbers

extension MathOperation {
    static let normalPdf = MathOperation(
        "normalPdf", .distributions, "Density of the normal distribution.",
        [Distribution.place] + NormalDistribution.parameters,
        cost: .quick(upToDigits: 0),
        examples: ["normalPdf(1)": "sqrt(2*pi)*exp(-1/2)/(2*pi)", "normalPdf(0.1)": "sqrt(2*pi)*exp(-1/200)/(2*pi)"]
    ) { arguments, context throws(Fault) in
        let (z, deviation) = try NormalDistribution.standardized(arguments, context)
        // e^(-z^2/2) / (s sqrt(2 pi))
        let power = try z.multiplied(by: z, context).divided(by: Number(-2), context).exponential(context)
        let root = try Number(.pi(in: context.calcium)).multiplied(by: Number(2), context).squareRoot(context)
        return .number(try power.divided(by: deviation.multiplied(by: root, context), context))
    }

    static let normalCdf = MathOperation(
        "normalCdf", .distributions, "Probability that a normally distributed number is at most x.",
        [Distribution.place] + NormalDistribution.parameters, cost: .quick(upToDigits: 0),
        examples: [
            "normalCdf(0)": "1/2", "normalCdf(1.96)": "0.97500210485177956586",
            "normalCdf(-10)": "7.6198530241605260660e-24",
        ]
    ) { arguments, context throws(Fault) in
        let z = try NormalDistribution.standardized(arguments, context).z
        if z.asRational == 0 { return .number(.half) }
        let ball = try SpecialValue.ball(z, upTo: 300, parameter: "x", context).real
        let root = RealBall(2).squareRoot(bits: context.bits)
        let tail = (-ball).divided(by: root, bits: context.bits).complementaryErrorFunction(bits: context.bits)
        return .number(try SpecialValue.number(tail.scaled(byPowerOfTwo: -1)))
    }

    static let normalQuantile = MathOperation(
        "normalQuantile", .distributions,
        "The number that a normally distributed one does not exceed with probability p.",
        [Distribution.probability] + NormalDistribution.parameters, cost: .quick(upToDigits: 0),
        examples: ["normalQuantile(1/2)": "0", "normalQuantile(0.975)": "1.9599639845400542355"]
    ) { arguments, context throws(Fault) in
        let (p, mean) = (try arguments.number(0), try arguments.number(1))
        let deviation = try Distribution.positive(arguments, 2, "std", context)
        let centered = try p.multiplied(by: Number(2), context).subtracting(Number(1), context)
        if try centered.isZero(context) { return .number(mean) }
        if p.asRational == 0 || p.asRational == 1 { throw Distribution.infinite("0 and of 1") }
        let z = try NormalQuantile.inverseErrorFunction(centered, context)
        let root = try Number(2).squareRoot(context)
        return .number(
            try z.multiplied(by: root, context).multiplied(by: deviation, context).adding(mean, context))
    }
}

private enum NormalDistribution {
    static let parameters: [Parameter] = [
        .real("mean", "the mean", default: "0"), .real("std", "the standard deviation, above 0", default: "1"),
    ]

    /// How many standard deviations x is above the mean.
    static func standardized(
        _ arguments: Arguments, _ context: EvaluationContext
    ) throws(Fault) -> (z: Number, deviation: Number) {
        let deviation = try Distribution.positive(arguments, 2, "std", context)
        let distance = try arguments.number(0).subtracting(arguments.number(1), context)
        return (try distance.divided(by: deviation, context), deviation)
    }
}

enum NormalQuantile {
    /// The inverse error function of a real number between -1 and 1 other than 0.
    static func inverseErrorFunction(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        try SpecialValue.checkBits(context)
        let size = try x.magnitude(context)
        let bits = context.bits
        let isFar = try Number.half.isLess(than: size, context)
        // Near 1 the difference to 1 counts, which is exact for an exact x.
        let value =
            isFar
            ? try size.complement(context).realBall(context).inverseComplementaryErrorFunction(bits: bits)
            : try size.realBall(context).inverseErrorFunction(bits: bits)
        return try SpecialValue.number(try x.sign(context) < 0 ? -value : value)
    }
}
