import Numbers

extension MathOperation {
    static let exponentialPdf = MathOperation(
        "exponentialPdf", .distributions, "Density of the exponential distribution.",
        [Distribution.place, ExponentialDistribution.rate], cost: .quick(upToDigits: 0),
        examples: ["exponentialPdf(0, 3)": "3", "exponentialPdf(-1)": "0", "exponentialPdf(2, 1/2)": "exp(-1)/2"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let rate = try Distribution.positive(arguments, 1, "rate", context)
        if try x.sign(context) < 0 { return .integer(0) }
        let power = try x.multiplied(by: rate, context).negated.exponential(context)
        return .number(try power.multiplied(by: rate, context))
    }

    static let exponentialCdf = MathOperation(
        "exponentialCdf", .distributions, "Probability that an exponentially distributed number is at most x.",
        [Distribution.place, ExponentialDistribution.rate], cost: .quick(upToDigits: 0),
        examples: ["exponentialCdf(0, 3)": "0", "exponentialCdf(1)": "0.63212055882855767840"]
    ) { arguments, context throws(Fault) in
        let x = try arguments.number(0)
        let rate = try Distribution.positive(arguments, 1, "rate", context)
        if try x.sign(context) <= 0 { return .integer(0) }
        let exponent = try x.multiplied(by: rate, context).realBall(context)
        return .number(try SpecialValue.number(-(-exponent).exponentialMinusOne(bits: context.bits)))
    }

    static let exponentialQuantile = MathOperation(
        "exponentialQuantile", .distributions,
        "The number that an exponentially distributed one does not exceed with probability p.",
        [Distribution.probability, ExponentialDistribution.rate], cost: .quick(upToDigits: 0),
        examples: ["exponentialQuantile(0, 3)": "0", "exponentialQuantile(1/2)": "-log(1/2)"]
    ) { arguments, context throws(Fault) in
        let p = try arguments.number(0)
        let rate = try Distribution.positive(arguments, 1, "rate", context)
        if p.asRational == 1 { throw Distribution.infinite("1") }
        let logarithm = try p.complement(context).logarithm(context, parameter: "p")
        return .number(try logarithm.negated.divided(by: rate, context))
    }
}

private enum ExponentialDistribution {
    static let rate = Parameter.real("rate", "events per unit, above 0: one over the mean", default: "1")
}
