import Calculator
import Numbers
import Testing

@Suite struct DistributionTests {
    static let parameters: [(String, [(name: String, value: RawArgument)])] = [
        ("normal", [("mean", "1/2"), ("std", "2/3")]), ("t", [("df", "3")]), ("t", [("df", "2")]),
        ("t", [("df", "0.7")]),
        ("chiSquare", [("df", "1")]), ("chiSquare", [("df", "7.5")]), ("chiSquare", [("df", "2000")]),
        ("f", [("df1", "3"), ("df2", "8")]), ("f", [("df1", "1/2"), ("df2", "100")]),
        ("exponential", [("rate", "1/3")]),
        ("uniform", [("lower", "-1"), ("upper", "5")]),
    ]

    private func number(_ text: String?) throws -> Rational { try Rational(parsing: try #require(text)) }

    /// The quantile, 40 digits of it, is a place on whose two sides the distribution function is on both sides of p.
    @Test(arguments: ["1/1000000", "0.3", "0.5000001", "0.9", "0.99999999"])
    func quantilesAreWhereTheDistributionFunctionPassesTheProbability(_ p: String) throws {
        let probability = try Rational(parsing: p)
        for (family, rest) in Self.parameters {
            let quantile = try number(calculate("\(family)Quantile", [("p", .text(p))] + rest, precision: 40).decimal)
            let margin = quantile.magnitude * (try Rational(parsing: "1e-39"))
            let ends = try [quantile - margin, quantile + margin].map { place in
                try number(calculate("\(family)Cdf", [("x", .text(place.description))] + rest, precision: 60).decimal)
            }
            #expect(ends[0] < probability && probability < ends[1], "\(family) \(rest) at \(p)")
        }
    }

    @Test func densitiesAreTheSlopesOfDistributionFunctions() throws {
        let step = try Rational(parsing: "1e-30")
        for (family, rest) in Self.parameters {
            for place in ["1/3", "2", "4.5"] {
                let x = try Rational(parsing: place)
                let values = try [x - step, x + step].map {
                    try number(calculate("\(family)Cdf", [("x", .text($0.description))] + rest, precision: 90).decimal)
                }
                let slope = try (values[1] - values[0]).divided(by: step + step)
                let density = try number(calculate("\(family)Pdf", [("x", .text(place))] + rest, precision: 30).decimal)
                #expect((slope - density).magnitude < (try Rational(parsing: "1e-25")), "\(family) \(rest) at \(place)")
            }
        }
    }

    @Test func rationalValuesAreExact() throws {
        let values: [(String, KeyValuePairs<String, RawArgument>, String)] = [
            ("normalCdf", ["x": "7", "mean": "7", "std": "2"], "1/2"),
            ("normalQuantile", ["p": "0.5", "mean": "3"], "3"),
            ("tPdf", ["x": "1/2", "df": "2"], "8/27"), ("tCdf", ["x": "1/2", "df": "2"], "2/3"),
            ("tCdf", ["x": "-3/2", "df": "4"], "13/125"), ("tCdf", ["x": "sqrt(3)", "df": "1"], "5/6"),
            ("tQuantile", ["p": "3/4", "df": "1"], "1"), ("tQuantile", ["p": "2/3", "df": "2"], "1/2"),
            ("chiSquarePdf", ["x": "0", "df": "2"], "1/2"), ("chiSquareCdf", ["x": "-4", "df": "2"], "0"),
            ("fCdf", ["x": "1", "df1": "7", "df2": "7"], "1/2"),
            ("fPdf", ["x": "1/2", "df1": "4", "df2": "6"], "81/128"),
            ("fPdf", ["x": "0", "df1": "2", "df2": "9"], "1"),
            ("fQuantile", ["p": "1/2", "df1": "2", "df2": "2"], "1"),
            ("binomialPdf", ["k": "7", "n": "4", "prob": "1/3"], "0"),
            ("binomialPdf", ["k": "0", "n": "0", "prob": "1/3"], "1"),
            ("binomialPdf", ["k": "5", "n": "5", "prob": "1"], "1"),
            ("binomialCdf", ["k": "1.5", "n": "2", "prob": "1/3"], "8/9"),
            ("binomialCdf", ["k": "-1", "n": "2", "prob": "1/3"], "0"),
            ("binomialCdf", ["k": "2", "n": "2", "prob": "1/3"], "1"),
            ("poissonPdf", ["k": "0", "mean": "0"], "1"), ("poissonCdf", ["k": "3", "mean": "0"], "1"),
            ("exponentialPdf", ["x": "0", "rate": "2/3"], "2/3"),
            ("uniformPdf", ["x": "2", "lower": "2", "upper": "4"], "1/2"),
        ]
        for (name, arguments, expected) in values {
            #expect(try calculate(name, arguments).exact == expected, "\(name)(\(arguments))")
        }
    }

    /// Of a discrete distribution the quantile is the first number whose probability reaches p, equality included.
    @Test func discreteQuantilesAreDecidedExactly() throws {
        let half = try calculate("binomialCdf", ["k": "4", "n": "9", "prob": "1/2"]).exact
        #expect(half == "1/2")
        #expect(try calculate("binomialQuantile", ["p": "1/2", "n": "9", "prob": "1/2"]).exact == "4")
        #expect(
            try calculate("binomialQuantile", ["p": "0.500000000000000000000000000001", "n": "9", "prob": "1/2"]).exact
                == "5")
        for k in 0...12 {
            let p = try #require(try calculate("binomialCdf", ["k": .text("\(k)"), "n": "12", "prob": "2/7"]).exact)
            #expect(try calculate("binomialQuantile", ["p": .text(p), "n": "12", "prob": "2/7"]).exact == "\(k)")
            let event = try calculate("poissonCdf", ["k": .text("\(k)"), "mean": "5"], precision: 40).decimal
            let next = try Rational(parsing: event) + Rational(parsing: "1e-35")
            #expect(try calculate("poissonQuantile", ["p": .text("\(next)"), "mean": "5"]).exact == "\(k + 1)")
        }
        #expect(try calculate("binomialQuantile", ["p": "1", "n": "12", "prob": "2/7"]).exact == "12")
        #expect(try calculate("binomialQuantile", ["p": "0", "n": "12", "prob": "2/7"]).exact == "0")
    }

    @Test func whatIsNoDistributionIsRefused() {
        let calls: [(String, KeyValuePairs<String, RawArgument>, FaultCode)] = [
            ("normalCdf", ["x": "1", "mean": "0", "std": "0"], .domain), ("normalQuantile", ["p": "1"], .domain),
            ("normalQuantile", ["p": "2"], .tooLarge), ("normalQuantile", ["p": "-1"], .greaterThanEqual),
            ("tCdf", ["x": "1", "df": "0"], .domain), ("tQuantile", ["p": "0", "df": "3"], .domain),
            ("chiSquarePdf", ["x": "0", "df": "1"], .domain), ("chiSquareQuantile", ["p": "1", "df": "3"], .domain),
            ("poissonQuantile", ["p": "1", "mean": "3"], .domain),
            ("exponentialCdf", ["x": "1", "rate": "-1"], .domain),
            ("uniformCdf", ["x": "1", "lower": "3", "upper": "3"], .domain),
            ("binomialPdf", ["k": "1", "n": "10000000", "prob": "1/2"], .tooLarge),
            ("tCdf", ["x": "1", "df": "i"], .domain),
        ]
        for (name, arguments, code) in calls {
            #expect(faults(name, arguments).map(\.code) == [code], "\(name)(\(arguments))")
        }
    }
}
