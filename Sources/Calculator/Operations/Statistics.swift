import Numbers

extension MathOperation {
    static let mean = several(
        "mean", .statistics, "Arithmetic mean: the sum divided by how many there are.", each: "number",
        traits: .init(
            form: .folding(.alongDimension),
            quantity: .fold { values, context throws(Fault) in
                let sum = try total(values, context)
                return try QuantityOperators.combine("/", sum, .integer(values.count), context) ?? sum
            }, synonyms: ["average", "avg"]), examples: ["mean([1, 2, 4])": "7/3", "mean(1, 2)": "3/2"]
    ) { arguments, context throws(Fault) in
        let numbers = try arguments.numbers()
        return .number(try Folding.sum(numbers, context).divided(by: Number(numbers.count), context))
    }

    static let median = several(
        "median", .statistics, "The middle one in order of size; the mean of the two middle ones of an even number.",
        each: "number", traits: .init(form: .folding(.alongDimension)),
        examples: ["median([5, 1, 3])": "3", "median([4, 1, 3, 2])": "5/2"]
    ) { arguments, context throws(Fault) in
        let numbers = try Ordering.sorted(try arguments.numbers(), context)
        let middle = numbers[numbers.count / 2]
        if numbers.count % 2 == 1 { return .number(middle) }
        return .number(
            try numbers[numbers.count / 2 - 1].adding(middle, context).divided(by: Number(2), context))
    }

    static let variance = several(
        "variance", .statistics, "Mean squared distance from the mean.", each: "number", also: [normalization],
        traits: .init(form: .folding(.alongDimension), synonyms: ["var"]),
        examples: ["variance([2, 4, 6])": "4", "variance([2, 4, 6, 8], \"uncorrected\")": "5"]
    ) { arguments, context throws(Fault) in .number(try variance(arguments, context)) }

    static let std = several(
        "std", .statistics, "Standard deviation: the square root of the variance.", each: "number",
        also: [normalization],
        traits: .init(form: .folding(.alongDimension), synonyms: ["stdev", "stddev"]),
        examples: ["std([2, 4, 6])": "2", "std([2, 4, 6, 8], \"uncorrected\")": "sqrt(5)"]
    ) { arguments, context throws(Fault) in .number(try variance(arguments, context).squareRoot(context)) }

    static let sum = several(
        "sum", .statistics, "Sum of all numbers of a list.", each: "number",
        traits: .init(
            form: .folding(.alongDimension),
            quantity: .fold { values, context throws(Fault) in try total(values, context) }, latex: .name("\\sum")),
        examples: ["sum([1, 2, 3.5])": "13/2"]
    ) { arguments, context throws(Fault) in .number(try Folding.sum(try arguments.numbers(), context)) }

    static let prod = several(
        "prod", .statistics, "Product of all numbers of a list.", each: "number",
        traits: .init(form: .folding(.alongDimension), latex: .name("\\prod")), examples: ["prod([2, 3, 4])": "24"]
    ) { arguments, context throws(Fault) in .number(try Folding.product(try arguments.numbers(), context)) }

    static let min = several(
        "min", .statistics, "The least number of a list.", each: "number",
        traits: .init(
            form: .folding(.alongDimension),
            quantity: .fold { values, context throws(Fault) in
                try Folding.fold(values[...], context) { a, b throws(Fault) in
                    try Comparing.order(b, a, context) < 0 ? b : a
                }
            }, latex: .name("\\min")), examples: ["min([3, 1/3, 2])": "1/3"]
    ) { arguments, context throws(Fault) in
        .number(
            try Folding.fold(try arguments.numbers()[...], context) { a, b throws(Fault) in
                try b.isLess(than: a, context) ? b : a
            })
    }

    static let max = several(
        "max", .statistics, "The greatest number of a list.", each: "number",
        traits: .init(
            form: .folding(.alongDimension),
            quantity: .fold { values, context throws(Fault) in
                try Folding.fold(values[...], context) { a, b throws(Fault) in
                    try Comparing.order(a, b, context) < 0 ? b : a
                }
            }, latex: .name("\\max")), examples: ["max([3, 22/7, 2])": "22/7"]
    ) { arguments, context throws(Fault) in
        .number(
            try Folding.fold(try arguments.numbers()[...], context) { a, b throws(Fault) in
                try a.isLess(than: b, context) ? b : a
            })
    }

    static let normalization = Parameter.choice(
        "normalization",
        "what the sum of squared distances from the mean is divided by: unbiased: n - 1, uncorrected: n, biased: n + 1",
        ["unbiased", "uncorrected", "biased"], default: "unbiased")

    /// The sum of values of every kind.
    private static func total(_ values: [Value], _ context: EvaluationContext) throws(Fault) -> Value {
        try Folding.fold(values[...], context) { a, b throws(Fault) in try Operators.add(a, b, context) }
    }

    private static func variance(_ arguments: Arguments, _ context: EvaluationContext) throws(Fault) -> Number {
        let numbers = try arguments.numbers()
        let count = numbers.count
        let divisor =
            switch try arguments.word(3) {
            case "uncorrected": count
            case "biased": count + 1
            // mathjs as well: the variance of a single number is 0.
            default: count == 1 ? 1 : count - 1
            }
        let mean = try Folding.sum(numbers, context).divided(by: Number(count), context)
        var squares: [Number] = []
        for number in numbers {
            let distance = try number.subtracting(mean, context)
            squares.append(try distance.multiplied(by: distance, context))
        }
        return try Folding.sum(squares, context).divided(by: Number(divisor), context)
    }
}
