import Numbers

extension MathOperation {
    static let uniformPdf = MathOperation(
        "uniformPdf", .distributions, "Density of the uniform distribution.",
        [Distribution.place] + UniformDistribution.parameters,
        examples: ["uniformPdf(1/2)": "1", "uniformPdf(3, 1, 5)": "1/4", "uniformPdf(7, 1, 5)": "0"]
    ) { arguments, context throws(Fault) in
        let (x, interval) = (try arguments.number(0), try UniformDistribution(arguments, context))
        if try x.isLess(than: interval.lower, context) { return .integer(0) }
        if try interval.upper.isLess(than: x, context) { return .integer(0) }
        return .number(try Number(1).divided(by: interval.width, context))
    }

    static let uniformCdf = MathOperation(
        "uniformCdf", .distributions, "Probability that a uniformly distributed number is at most x.",
        [Distribution.place] + UniformDistribution.parameters,
        examples: ["uniformCdf(1/3)": "1/3", "uniformCdf(2, 1, 5)": "1/4", "uniformCdf(7, 1, 5)": "1"]
    ) { arguments, context throws(Fault) in
        let (x, interval) = (try arguments.number(0), try UniformDistribution(arguments, context))
        if try !interval.lower.isLess(than: x, context) { return .integer(0) }
        if try !x.isLess(than: interval.upper, context) { return .integer(1) }
        return .number(try x.subtracting(interval.lower, context).divided(by: interval.width, context))
    }

    static let uniformQuantile = MathOperation(
        "uniformQuantile", .distributions,
        "The number that a uniformly distributed one does not exceed with probability p.",
        [Distribution.probability] + UniformDistribution.parameters,
        examples: ["uniformQuantile(1/3)": "1/3", "uniformQuantile(1/4, 1, 5)": "2"]
    ) { arguments, context throws(Fault) in
        let (p, interval) = (try arguments.number(0), try UniformDistribution(arguments, context))
        return .number(try p.multiplied(by: interval.width, context).adding(interval.lower, context))
    }
}

private struct UniformDistribution {
    static let parameters: [Parameter] = [
        .real("lower", "the least number", default: "0"),
        .real("upper", "the greatest number, above lower", default: "1"),
    ]

    let (lower, upper): (Number, Number)
    let width: Number

    init(_ arguments: Arguments, _ context: EvaluationContext) throws(Fault) {
        (lower, upper) = (try arguments.number(1), try arguments.number(2))
        guard try lower.isLess(than: upper, context) else {
            throw Fault(.domain, parameter: "upper", "Give an upper end above the lower one")
        }
        width = try upper.subtracting(lower, context)
    }
}
