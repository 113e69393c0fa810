import Calculator
import Testing

/// Where special functions have exact values, the answer is exact; where they have none, it says so.
@Suite struct SpecialExactnessTests {
    static let values: [(String, KeyValuePairs<String, RawArgument>, String)] = [
        ("gamma", ["x": "30"], "8841761993739701954543616000000"), ("gamma", ["x": "-3/2"], "4*sqrt(pi)/3"),
        ("lgamma", ["x": "1"], "0"), ("beta", ["a": "3", "b": "1/3"], "27/14"), ("beta", ["a": "-3", "b": "2"], "1/6"),
        ("beta", ["a": "-1/2", "b": "-1/2"], "0"), ("beta", ["a": "3", "b": "1+i"], "-1/5*i"),
        ("zeta", ["x": "0"], "-1/2"), ("zeta", ["x": "-2"], "0"), ("zeta", ["x": "-3"], "1/120"),
        ("zeta", ["x": "4"], "pi^4/90"), ("eta", ["x": "2"], "pi^2/12"), ("eta", ["x": "-1"], "1/4"),
        ("polylog", ["s": "0", "z": "1/3"], "1/2"), ("polylog", ["s": "-3", "z": "2"], "26"),
        ("polylog", ["s": "3", "z": "0"], "0"), ("polylog", ["s": "1", "z": "2"], "-pi*i"),
        ("lambertw", ["x": "e"], "1"), ("lambertw", ["x": "-exp(-1)"], "-1"),
        ("lambertw", ["x": "-exp(-1)", "k": "-1"], "-1"),
        ("besselj", ["n": "5", "x": "0"], "0"), ("besselj", ["n": "1/2", "x": "0"], "0"),
        ("besseli", ["n": "0", "x": "0"], "1"),
        ("erf", ["x": "0"], "0"), ("erfc", ["x": "0"], "1"), ("si", ["x": "0"], "0"), ("li", ["x": "0"], "0"),
        ("expint", ["n": "3", "x": "0"], "1/2"), ("expint", ["n": "0", "x": "1"], "exp(-1)"),
        ("expint", ["n": "-1", "x": "2"], "3*exp(-2)/4"), ("ellipk", ["x": "0"], "pi/2"), ("ellipe", ["x": "1"], "1"),
        ("agm", ["a": "0", "b": "3"], "0"), ("agm", ["a": "2/3", "b": "2/3"], "2/3"),
        ("legendre", ["n": "3", "x": "1/2"], "-7/16"), ("legendre", ["n": "-4", "x": "1/2"], "-7/16"),
        ("legendre", ["n": "9999", "x": "0"], "0"), ("legendre", ["n": "2", "x": "1/sqrt(3)"], "0"),
        ("chebyshevt", ["n": "4", "x": "-1/3"], "17/81"), ("chebyshevt", ["n": "1000", "x": "1/2"], "-1/2"),
        ("hermite", ["n": "5", "x": "1/2"], "41"), ("laguerre", ["n": "2", "a": "1", "x": "3"], "-3/2"),
        ("hypergeom", ["a": ["-2", "3"], "b": ["5"], "x": "1/2"], "1/2"),
        ("hypergeom", ["a": .list([]), "b": .list([]), "x": "2"], "exp(2)"),
        ("hypergeom", ["a": ["2", "7"], "b": ["7"], "x": "1/3"], "9/4"),
        ("hypergeom", ["a": ["1/3", "4"], "b": ["5/7"], "x": "0"], "1"),
    ]

    @Test func exactValuesAreGivenExactly() throws {
        for (name, arguments, expected) in Self.values {
            #expect(try calculate(name, arguments).exact == expected, "\(name)(\(arguments))")
        }
    }

    @Test func polesAreFaultsThatSayWhatToDo() {
        let poles: [(String, KeyValuePairs<String, RawArgument>)] = [
            ("gamma", ["x": "0"]), ("gamma", ["x": "-7"]), ("lgamma", ["x": "-1"]), ("digamma", ["x": "0"]),
            ("beta", ["a": "0", "b": "1/2"]), ("beta", ["a": "-1", "b": "2"]), ("zeta", ["x": "1"]),
            ("polylog", ["s": "1", "z": "1"]), ("polylog", ["s": "1/2", "z": "1"]), ("lambertw", ["x": "0", "k": "1"]),
            ("bessely", ["n": "0", "x": "0"]), ("besselk", ["n": "1", "x": "0"]), ("besselj", ["n": "-1/2", "x": "0"]),
            ("erfinv", ["x": "1"]), ("erfinv", ["x": "-3"]), ("expint", ["n": "1", "x": "0"]), ("ei", ["x": "0"]),
            ("ci", ["x": "0"]), ("li", ["x": "1"]), ("ellipk", ["x": "1"]),
            ("hypergeom", ["a": ["1", "2"], "b": ["3"], "x": "1"]),
            ("hypergeom", ["a": ["1"], "b": ["-2"], "x": "1/2"]),
            ("hypergeom", ["a": ["1", "2", "3"], "b": ["4"], "x": "1/2"]),
            ("hypergeom", ["a": ["1/2", "2", "3"], "b": ["4", "5"], "x": "2"]),
        ]
        for (name, arguments) in poles {
            let faults = faults(name, arguments)
            #expect(faults.map(\.code) == [.domain], "\(name)(\(arguments))")
            #expect(faults.first?.parameter != nil, "\(name)(\(arguments))")
        }
    }

    @Test func hugeArgumentsAreRefusedByTheirName() {
        let calls: [(String, KeyValuePairs<String, RawArgument>)] = [
            ("gamma", ["x": "1e1000"]), ("besselj", ["n": "1e9", "x": "1"]), ("zeta", ["x": "1/2+1e30*i"]),
            ("polylog", ["s": "1e6", "z": "1/2"]), ("hypergeom", ["a": ["1e6", "1"], "b": ["2"], "x": "1/2"]),
            ("airyai", ["x": "-1e300"]), ("hermite", ["n": "1e9", "x": "1/2"]), ("erfc", ["x": "1e300"]),
        ]
        for (name, arguments) in calls {
            #expect(faults(name, arguments).map(\.code) == [.tooLarge], "\(name)(\(arguments))")
        }
    }

    @Test func partsThatAreExactlyZeroAreLeftOut() throws {
        #expect(
            try calculate("besselj", ["n": "0", "x": "2i"]).decimal
                == calculate("besseli", ["n": "0", "x": "2"]).decimal)
        #expect(try calculate("besselj", ["n": "1/2", "x": "-2"]).decimal == "0.51301613656182775167i")
        #expect(try calculate("besselk", ["n": "3/2", "x": "-2"]).decimal.hasSuffix("i"))
        #expect(try calculate("erf", ["x": "2i"]).decimal == "18.564802414575552599i")
        #expect(try calculate("expint", ["n": "-2", "x": "-sqrt(2)"]).type == .real)
    }

    @Test func thousandsOfDigitsAgreeWithFewer() throws {
        for (name, arguments) in [
            ("gamma", ["x": "1/3"]), ("erf", ["x": "1/2"]), ("besselj", ["n": "0", "x": "1"]), ("lambertw", ["x": "1"]),
            ("ellipk", ["x": "1/3"]), ("zeta", ["x": "3"]), ("normalQuantile", ["p": "0.975"]),
            ("chiSquareQuantile", ["p": "0.95", "df": "3"]), ("tCdf", ["x": "1", "df": "3"]),
        ] as [(String, KeyValuePairs<String, RawArgument>)] {
            let long = try calculate(name, arguments, precision: 2_000).decimal
            let short = try calculate(name, arguments, precision: 900).decimal
            #expect(long.hasPrefix(short.dropLast(2)), "\(name)")
            #expect(long.filter(\.isNumber).count >= 2_000, "\(name)")
        }
    }
}
