import Numbers

/// What two lists of equal length have to do with each other.
extension MathOperation {
    static let cov = MathOperation(
        "cov", .statistics, "Covariance: how two lists vary together.", pair + [normalization],
        examples: ["cov([1, 2, 3], [2, 4, 7])": "5/2", "cov([1, 2], [3, 5], \"uncorrected\")": "1/2"]
    ) { arguments, context throws(Fault) in
        let moments = try Moments(arguments, context)
        return .number(
            try moments.products.divided(
                by: Number(try divisor(count: moments.count, try arguments.word(2))), context))
    }

    static let corr = MathOperation(
        "corr", .statistics, "Pearson's correlation coefficient of two lists, from -1 to 1.", pair,
        examples: ["corr([1, 2, 3, 4], [2, 4, 6, 8])": "1", "corr([1, 2, 3], [1, 3, 2])": "1/2"]
    ) { arguments, context throws(Fault) in
        let moments = try Moments(arguments, context)
        try requireVariation(moments.firstSquares, "a", context)
        try requireVariation(moments.secondSquares, "b", context)
        let squares = try moments.firstSquares.multiplied(by: moments.secondSquares, context)
        return .number(try moments.products.divided(by: try squares.squareRoot(context), context))
    }

    static let linreg = MathOperation(
        "linreg", .statistics,
        "The line c + m x nearest to points by least squares, as the list [c, m] of its height at 0 and its slope.",
        [.list("x", "the abscissas", count: 2...Limits.listElements), .list("y", "the ordinates, as many")],
        examples: ["linreg([1, 2, 3], [3, 5, 7])": "[1, 2]", "linreg([0, 1, 2], [0, 1, 1])": "[1/6, 1/2]"]
    ) { arguments, context throws(Fault) in
        let moments = try Moments(arguments, context)
        guard try !moments.firstSquares.isZero(context) else {
            throw Fault(.domain, parameter: "x", "The points are all above each other: give different abscissas")
        }
        let slope = try moments.products.divided(by: moments.firstSquares, context)
        let height = try moments.secondMean.subtracting(
            try slope.multiplied(by: moments.firstMean, context), context)
        return .list([.number(height), .number(slope)])
    }

    static let zscore = MathOperation(
        "zscore", .statistics, "How many standard deviations each number of a list lies above the mean.",
        [.list("values", "numbers that are not all equal"), normalization],
        examples: ["zscore([1, 2, 3])": "[-1, 0, 1]"]
    ) { arguments, context throws(Fault) in
        let numbers = try arguments.numbers(0)
        let (_, distances, squares) = try Moments.spread(numbers, context)
        guard try !squares.isZero(context) else {
            throw Fault(.domain, parameter: "values", "The numbers are all equal: give a list that varies")
        }
        let variance = try squares.divided(
            by: Number(try divisor(count: numbers.count, try arguments.word(1))), context)
        let deviation = try variance.squareRoot(context)
        var scores: [Value] = []
        for distance in distances { scores.append(.number(try distance.divided(by: deviation, context))) }
        return .list(scores)
    }

    static let kldivergence = MathOperation(
        "kldivergence", .statistics,
        "Kullback-Leibler divergence of p from q, each divided by its sum first.",
        [.list("q", "positive numbers: the distribution to compare with"), .list("p", "positive numbers, as many")],
        examples: ["kldivergence([1, 3], [1, 3])": "0", "kldivergence([1, 1], [1, 3])": "(3*log(3/2) + log(1/2))/4"]
    ) { arguments, context throws(Fault) in
        let (q, p) = (try parts(arguments, 0, "q", context), try parts(arguments, 1, "p", context))
        guard q.count == p.count else {
            throw Fault(
                .dimensionMismatch, parameter: "p", "The lists have \(q.count) and \(p.count) numbers: give as many")
        }
        var terms: [Number] = []
        for (x, y) in zip(q, p) {
            terms.append(try y.divided(by: x, context).logarithm(context).multiplied(by: y, context))
        }
        return .number(try Folding.sum(terms, context))
    }

    /// The numbers of a list divided by their sum.
    private static func parts(
        _ arguments: Arguments, _ index: Int, _ parameter: String, _ context: EvaluationContext
    ) throws(Fault) -> [Number] {
        let numbers = try arguments.numbers(index)
        for number in numbers where try number.compare(Number(0), context) <= 0 {
            throw Fault(.domain, parameter: parameter, "Give positive numbers only")
        }
        let sum = try Folding.sum(numbers, context)
        return try numbers.map { number throws(Fault) in try number.divided(by: sum, context) }
    }

    private static let pair: [Parameter] = [
        .list("a", "the first list"), .list("b", "the second list, of the same length"),
    ]

    private static func requireVariation(
        _ squares: Number, _ parameter: String, _ context: EvaluationContext
    ) throws(Fault) {
        if try squares.isZero(context) {
            throw Fault(.domain, parameter: parameter, "The numbers are all equal: give a list that varies")
        }
    }

    private static func divisor(count: Int, _ normalization: String) throws(Fault) -> Int {
        switch normalization {
        case "uncorrected": count
        case "biased": count + 1
        default: Swift.max(count - 1, 1)
        }
    }
}

/// Sums of two lists about their means.
private struct Moments {
    let count: Int
    let firstMean: Number
    let secondMean: Number
    let firstSquares: Number
    let secondSquares: Number
    let products: Number

    /// Of the first two arguments.
    init(_ arguments: Arguments, _ context: EvaluationContext) throws(Fault) {
        let (first, second) = (try arguments.numbers(0), try arguments.numbers(1))
        guard first.count == second.count else {
            throw Fault(.dimensionMismatch, parameter: "b", "Give two lists of the same length")
        }
        count = first.count
        let firstDistances: [Number]
        let secondDistances: [Number]
        (firstMean, firstDistances, firstSquares) = try Self.spread(first, context)
        (secondMean, secondDistances, secondSquares) = try Self.spread(second, context)
        products = try Self.sum(firstDistances, secondDistances, context)
    }

    /// The mean, the distances from it, and the sum of their squares.
    static func spread(
        _ numbers: [Number], _ context: EvaluationContext
    ) throws(Fault) -> (mean: Number, distances: [Number], squares: Number) {
        let mean = try Folding.sum(numbers, context).divided(by: Number(numbers.count), context)
        var distances: [Number] = []
        for number in numbers { distances.append(try number.subtracting(mean, context)) }
        return (mean, distances, try sum(distances, distances, context))
    }

    private static func sum(
        _ a: [Number], _ b: [Number], _ context: EvaluationContext
    ) throws(Fault) -> Number {
        var products: [Number] = []
        for (x, y) in zip(a, b) { products.append(try x.multiplied(by: y, context)) }
        return try Folding.sum(products, context)
    }
}
