import Numbers

extension MathOperation {
    static let binomialPdf = MathOperation(
        "binomialPdf", .distributions, "Probability of exactly k successes in n independent trials.",
        [.integer("k", "how many successes", digits: 20)] + BinomialDistribution.parameters,
        cost: .quick(upToDigits: 0),
        examples: ["binomialPdf(2, 4, 1/2)": "3/8", "binomialPdf(3, 10, 0.2)": "393216/1953125"]
    ) { arguments, context throws(Fault) in
        let trials = try BinomialDistribution(arguments, context)
        guard let count = try arguments.integer(0).asInt, 0...trials.count ~= count else { return .integer(0) }
        return .number(try trials.density(count, context))
    }

    static let binomialCdf = MathOperation(
        "binomialCdf", .distributions, "Probability of at most k successes in n independent trials.",
        [.real("k", "how many successes at most")] + BinomialDistribution.parameters, cost: .quick(upToDigits: 0),
        examples: ["binomialCdf(2, 4, 1/2)": "11/16", "binomialCdf(500, 1000000, 0.0005)": "0.51189112207056790401"]
    ) { arguments, context throws(Fault) in
        let trials = try BinomialDistribution(arguments, context)
        let most = try arguments.number(0).floor(context)
        if most.isNegative { return .integer(0) }
        guard let count = most.asInt, count < trials.count else { return .integer(1) }
        return .number(try trials.probability(most: count, context))
    }

    static let binomialQuantile = MathOperation(
        "binomialQuantile", .distributions,
        "The fewest successes in n independent trials that are not exceeded with probability p.",
        [Distribution.probability] + BinomialDistribution.parameters, cost: .quick(upToDigits: 0),
        examples: ["binomialQuantile(1/2, 1, 1/2)": "0", "binomialQuantile(0.975, 100, 0.3)": "39"]
    ) { arguments, context throws(Fault) in
        let p = try arguments.number(0)
        let trials = try BinomialDistribution(arguments, context)
        if p.asRational == 0 { return .integer(0) }
        if p.asRational == 1 { return .integer(trials.isImpossible ? 0 : trials.count) }
        var (low, high) = (-1, trials.count)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try trials.isBelow(p, most: middle, context) { low = middle } else { high = middle }
            try context.checkDeadline()
        }
        return .integer(high)
    }
}

private struct BinomialDistribution {
    static let parameters: [Parameter] = [
        .integer("n", "how many trials", minimum: 0, maximum: Distribution.greatest),
        .real("prob", "the probability of a success in one trial, from 0 to 1", minimum: 0, maximum: 1),
    ]
    /// Bits of an exact probability, and of all terms of an exact sum of them together.
    private static let (greatestBits, greatestSum) = (1_000_000, 100_000_000)

    let count: Int
    let success: Number

    init(_ arguments: Arguments, _ context: EvaluationContext) throws(Fault) {
        (count, success) = (try arguments.int(1), try arguments.number(2))
    }

    var isImpossible: Bool { success.asRational?.isZero == true }

    /// The probability of a success, when it is rational and so short that this many terms are.
    private func exactSuccess(terms: Int) -> Rational? {
        guard let value = success.asRational else { return nil }
        let size = value.bitSize.multipliedReportingOverflow(by: count)
        guard !size.overflow, size.partialValue <= Self.greatestBits, size.partialValue * terms <= Self.greatestSum
        else { return nil }
        return value
    }

    func density(_ successes: Int, _ context: EvaluationContext) throws(Fault) -> Number {
        let failures = count - successes
        if let value = success.asRational, value.isZero || value == 1 {
            return Number(successes == (value.isZero ? 0 : count) ? 1 : 0)
        }
        if let value = exactSuccess(terms: 1) {
            let result = try Fault.of("n") { () throws(NumberError) in
                Rational(try Integer.binomial(Integer(count), Integer(successes)))
                    * (try value.power(successes)) * (try (1 - value).power(failures))
            }
            return .rational(result)
        }
        let bits = context.bits + 32
        let (p, q) = (try success.realBall(context), try success.complement(context).realBall(context))
        let choices = Self.gamma(count, bits).divided(
            by: Self.gamma(successes, bits).multiplied(by: Self.gamma(failures, bits), bits: bits), bits: bits)
        return try SpecialValue.number(
            choices.multiplied(by: p.power(Rational(successes), bits: bits), bits: bits)
                .multiplied(by: q.power(Rational(failures), bits: bits), bits: bits))
    }

    private static func gamma(_ n: Int, _ bits: Int) -> RealBall { RealBall(Integer(n + 1)).gamma(bits: bits) }

    /// For `most` below the count: I(1 - p; n - k, k + 1).
    func probability(most: Int, _ context: EvaluationContext) throws(Fault) -> Number {
        if let value = success.asRational, value.isZero || value == 1 { return Number(value.isZero ? 1 : 0) }
        if let value = exactSuccess(terms: min(most + 1, count - most)) {
            return .rational(value.binomialSum(most: most, trials: count))
        }
        return try SpecialValue.number(try ball(most: most, context))
    }

    private func ball(most: Int, _ context: EvaluationContext) throws(Fault) -> RealBall {
        try SpecialValue.checkBits(context)
        let (more, fewer) = (RealBall(Integer(most + 1)), RealBall(Integer(count - most)))
        let success = try success.realBall(context)
        // So near to 1 that the difference to it is what counts; no probability is near 0 then.
        if success.isLess(than: Rational(numerator: 1, over: Distribution.greatest)) == true {
            return RealBall(1).subtracting(
                success.lowerBeta(more, fewer, bits: context.bits), bits: context.bits)
        }
        return try self.success.complement(context).realBall(context).lowerBeta(fewer, more, bits: context.bits)
    }

    /// Whether the probability of at most so many successes is below p. `most` is below the count.
    func isBelow(_ p: Number, most: Int, _ context: EvaluationContext) throws(Fault) -> Bool {
        if let value = success.asRational, value.isZero || value == 1 { return !value.isZero }
        if let isBelow = try ball(most: most, context).isLess(than: try p.realBall(context)) { return isBelow }
        guard let value = exactSuccess(terms: min(most + 1, count - most)) else { throw .undecided }
        return try Number.rational(value.binomialSum(most: most, trials: count)).isLess(than: p, context)
    }
}
