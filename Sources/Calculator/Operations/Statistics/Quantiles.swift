import Numbers

extension MathOperation {
    static let mode = MathOperation(
        "mode", .statistics, "The values that stand most often in a list, in order.",
        [.list("values", "numbers or texts", of: .list)],
        traits: .init(form: .list), examples: ["mode([2, 1, 4, 3, 1])": "[1]", "mode([1, 2, 2, 1])": "[1, 2]"]
    ) { arguments, context throws(Fault) in
        let counts = try Multiset(.list(try arguments.list(0)), context).counts
        let most = counts.map(\.count).max() ?? 0
        return .list(counts.filter { $0.count == most }.map(\.element))
    }

    static let spread = MathOperation(
        "spread", .statistics, "The difference between the greatest and the least number of a list.",
        [.list("values", "numbers")], traits: .init(form: .list), examples: ["spread([3, 8, 5])": "5"]
    ) { arguments, context throws(Fault) in
        let sorted = try Ordering.sorted(try arguments.numbers(0), context)
        return .number(try sorted[sorted.count - 1].subtracting(sorted[0], context))
    }

    static let mad = MathOperation(
        "mad", .statistics, "Median absolute deviation: the median of the distances from the median.",
        [.list("values", "numbers")], traits: .init(form: .list),
        examples: ["mad([10, 20, 30])": "10", "mad([4, 6, 8, 9])": "3/2"]
    ) { arguments, context throws(Fault) in
        let numbers = try arguments.numbers(0)
        let median = try quantile(try Ordering.sorted(numbers, context), half, context)
        var distances: [Number] = []
        for number in numbers {
            distances.append(try number.subtracting(median, context).magnitude(context))
        }
        return .number(try quantile(try Ordering.sorted(distances, context), half, context))
    }

    static let quantile = quantiles("quantile")
    static let quantileSeq = quantiles("quantileSeq")

    private static let half = Rational.constant("1/2")

    private static func quantiles(_ name: String) -> MathOperation {
        MathOperation(
            name, .statistics,
            "The number below which the given part of a list lies, interpolated linearly between neighbours.",
            [
                .list("values", "numbers"),
                .any(
                    "prob", "the part, from 0 to 1, or a list of such; a whole number N above 1: N parts in equal steps"
                ),
            ],
            examples: [
                "\(name)([3, -1, 5, 7], 0.5)": "4", "\(name)([3, -1, 5, 7], [1/3, 2/3])": "[3, 5]",
                "\(name)([3, -1, 5, 7], 2)": "[3, 5]",
            ]
        ) { arguments, context throws(Fault) in
            let sorted = try Ordering.sorted(try arguments.numbers(0), context)
            let part = try arguments.value(1)
            if let count = part.asNumber?.asInteger, count > 1 {
                guard let count = count.asInt, count < Limits.listElements else { throw wrongPart }
                var values: [Value] = []
                for step in 1...count {
                    let part = Rational(step) * (try Rational(count + 1).inverse(parameter: "prob"))
                    values.append(.number(try quantile(sorted, part, context)))
                }
                return .list(values)
            }
            return try Broadcasting.map(part) { part throws(Fault) in
                guard let part = part.asNumber?.asRational, part >= 0, part <= 1 else { throw wrongPart }
                return .number(try quantile(sorted, part, context))
            }
        }
    }

    private static let wrongPart = Fault(
        .domain, parameter: "prob", "Give fractions from 0 to 1, or a whole number below \(Limits.listElements)")

    /// Of a list in order.
    private static func quantile(
        _ sorted: [Number], _ part: Rational, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        let place = part * Rational(sorted.count - 1)
        let index = place.floor.asInt ?? 0
        let rest = place - Rational(index)
        if rest.isZero { return sorted[index] }
        let step = try sorted[index + 1].subtracting(sorted[index], context)
        return try sorted[index].adding(try step.multiplied(by: .rational(rest), context), context)
    }
}

extension Rational {
    func inverse(parameter: String) throws(Fault) -> Rational {
        try Fault.of(parameter) { () throws(NumberError) in try reciprocal() }
    }
}
