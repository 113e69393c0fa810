import Numbers

extension MathOperation {
    static let continuedFraction = MathOperation(
        "continuedFraction", .numberTheory,
        "The first terms a0, a1, … of the number as a0 + 1/(a1 + 1/(a2 + …)); all of them when there are fewer.",
        [
            .real("x", "the number"),
            .integer("n", "how many terms", minimum: 1, maximum: 1_000, default: "10", above: .lessThanEqual),
        ],
        examples: [
            "continuedFraction(415/93)": "[4, 2, 6, 7]", "continuedFraction(pi, 5)": "[3, 7, 15, 1, 292]",
            "continuedFraction(sqrt(2), 4)": "[1, 2, 2, 2]",
        ]
    ) { arguments, context throws(Fault) in
        let (x, n) = (try arguments.number(0), try arguments.int(1))
        let terms: [Integer]
        if let fraction = x.asRational {
            terms = fraction.continuedFraction(terms: n)
        } else {
            guard let certain = try x.realBall(context).continuedFraction(terms: n) else { throw .needsPrecision }
            terms = certain
        }
        return .list(terms.map { .integer($0) })
    }

    static let fromContinuedFraction = MathOperation(
        "fromContinuedFraction", .numberTheory, "The number a0 + 1/(a1 + 1/(a2 + …)) of a list of whole numbers.",
        [.list("values", "the terms a0, a1, …", of: .integers)],
        examples: ["fromContinuedFraction([3, 7, 15, 1])": "355/113"]
    ) { arguments, _ throws(Fault) in
        let terms = try arguments.integers(0)
        return .rational(
            try Fault.of("values") { () throws(NumberError) in try Rational(continuedFraction: terms) })
    }

    static let rationalApproximation = MathOperation(
        "rationalApproximation", .numberTheory,
        "The fraction nearest to the number among all whose denominator is at most the greatest one allowed.",
        [
            .real("x", "the number"),
            .integer("maxDenominator", "the greatest denominator", minimum: 1, digits: 1_000, default: "1000"),
        ],
        examples: [
            "rationalApproximation(pi)": "355/113", "rationalApproximation(pi, 10)": "22/7",
            "rationalApproximation(0.3333, 100)": "1/3",
        ]
    ) { arguments, context throws(Fault) in
        let (x, limit) = (try arguments.number(0), try arguments.integer(1))
        if let fraction = x.asRational { return .rational(fraction.nearest(denominatorUpTo: limit)) }
        guard let nearest = try x.realBall(context).nearest(denominatorUpTo: limit) else { throw .needsPrecision }
        return .rational(nearest)
    }
}
