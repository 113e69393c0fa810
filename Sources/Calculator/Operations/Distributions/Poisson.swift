import Numbers

extension MathOperation {
    static let poissonPdf = MathOperation(
        "poissonPdf", .distributions, "Probability of exactly k events where mean are expected.",
        [.integer("k", "how many events", digits: 20), PoissonDistribution.mean], cost: .quick(upToDigits: 0),
        examples: [
            "poissonPdf(0, 2)": "exp(-2)", "poissonPdf(3, 0)": "0", "poissonPdf(3, 2.5)": "0.21376301724973644575",
        ]
    ) { arguments, context throws(Fault) in
        let (count, mean) = (try arguments.integer(0), try arguments.number(1))
        if count.isNegative { return .integer(0) }
        if mean.asRational == 0 { return .integer(count.isZero ? 1 : 0) }
        if count.isZero { return .number(try mean.negated.exponential(context)) }
        return .number(try PoissonDistribution.density(PoissonDistribution.bounded(count), mean, context))
    }

    static let poissonCdf = MathOperation(
        "poissonCdf", .distributions, "Probability of at most k events where mean are expected.",
        [.real("k", "how many events at most"), PoissonDistribution.mean], cost: .quick(upToDigits: 0),
        examples: ["poissonCdf(-1, 2)": "0", "poissonCdf(3, 2.5)": "0.75757613313306596375"]
    ) { arguments, context throws(Fault) in
        let (most, mean) = (try arguments.number(0).floor(context), try arguments.number(1))
        if most.isNegative { return .integer(0) }
        if mean.asRational == 0 { return .integer(1) }
        let count = try PoissonDistribution.bounded(most)
        try SpecialValue.checkBits(context)
        let ball = PoissonDistribution.probability(most: count, try mean.realBall(context), bits: context.bits)
        return .number(try SpecialValue.number(ball))
    }

    static let poissonQuantile = MathOperation(
        "poissonQuantile", .distributions,
        "The fewest events that are not exceeded with probability p where mean are expected.",
        [Distribution.probability, PoissonDistribution.mean], cost: .quick(upToDigits: 0),
        examples: ["poissonQuantile(0.95, 10)": "15", "poissonQuantile(0, 3)": "0"]
    ) { arguments, context throws(Fault) in
        let (p, mean) = (try arguments.number(0), try arguments.number(1))
        if p.asRational == 0 || mean.asRational == 0 { return .integer(0) }
        if p.asRational == 1 { throw Distribution.infinite("1") }
        return .integer(try PoissonDistribution.quantile(p, try mean.realBall(context), context))
    }
}

private enum PoissonDistribution {
    static let mean = Parameter.real("mean", "how many are expected", minimum: 0, maximum: Distribution.greatest)
    private static let greatestCount = 10_000_000

    static func bounded(_ count: Integer) throws(Fault) -> Int {
        guard let small = count.asInt, small <= greatestCount else {
            throw Fault(.tooLarge, parameter: "k", "Give a number of events of at most \(greatestCount)")
        }
        return small
    }

    /// e^-m m^k / k!
    static func density(_ count: Int, _ mean: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        let bits = context.bits + 32
        let ball = try mean.realBall(context)
        return try SpecialValue.number(
            (-ball).exponential(bits: bits).multiplied(by: ball.power(Rational(count), bits: bits), bits: bits)
                .multiplied(by: RealBall(Integer(count + 1)).reciprocalGamma(bits: bits), bits: bits))
    }

    static func probability(most: Int, _ mean: RealBall, bits: Int) -> RealBall {
        mean.upperGamma(shape: RealBall(Integer(most + 1)), bits: bits)
    }

    static func quantile(_ p: Number, _ mean: RealBall, _ context: EvaluationContext) throws(Fault) -> Int {
        try SpecialValue.checkBits(context)
        let wanted = try p.realBall(context)
        func isBelow(_ count: Int) throws(Fault) -> Bool {
            try context.checkDeadline()
            guard let isBelow = probability(most: count, mean, bits: context.bits).isLess(than: wanted) else {
                throw .undecided
            }
            return isBelow
        }
        var (low, high) = (-1, 1)
        while try isBelow(high) {
            (low, high) = (high, 2 * high)
            if high > greatestCount { throw Fault(.tooLarge, parameter: "p", "Give a probability less near to 1") }
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try isBelow(middle) { low = middle } else { high = middle }
        }
        return high
    }
}
