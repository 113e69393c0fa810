import Calculator
import Testing

/// Wherever a value is rational it is found to be, and where a closed form is known it is told.
@Suite struct ExactnessTests {
    @Test(arguments: [
        ("sqrt", ["4"], "2"), ("sqrt", ["16/9"], "4/3"), ("sqrt", ["0"], "0"),
        ("sqrt", ["1e-40"], "1/100000000000000000000"),
        ("cbrt", ["-27"], "-3"), ("cbrt", ["8/125"], "2/5"), ("nthRoot", ["1024", "10"], "2"),
        ("nthRoot", ["0", "6"], "0"),
        ("pow", ["4", "1/2"], "2"), ("pow", ["8/27", "-2/3"], "9/4"), ("pow", ["0", "0"], "1"),
        ("pow", ["0", "1/3"], "0"),
        ("pow", ["1", "1e30"], "1"), ("pow", ["-1", "1e30"], "1"), ("pow", ["32", "0.2"], "2"),
        ("pow", ["-2", "-3"], "-1/8"),
        ("log", ["1"], "0"), ("log", ["8", "2"], "3"), ("log", ["4", "8"], "2/3"), ("log", ["1/8", "4"], "-3/2"),
        ("log", ["27/8", "4/9"], "-3/2"), ("log", ["1e30", "0.001"], "-10"), ("log2", ["8"], "3"),
        ("log2", ["1/1024"], "-10"),
        ("log10", ["1000"], "3"), ("log10", ["1e-300"], "-300"), ("exp", ["0"], "1"), ("sin", ["0"], "0"),
        ("cos", ["0"], "1"),
        ("tan", ["0"], "0"), ("asin", ["0"], "0"), ("acos", ["1"], "0"), ("atan", ["0"], "0"),
        ("atan2", ["0", "5"], "0"),
        ("sinh", ["0"], "0"), ("cosh", ["0"], "1"), ("tanh", ["0"], "0"), ("asinh", ["0"], "0"), ("acosh", ["1"], "0"),
        ("atanh", ["0"], "0"), ("hypot", ["3", "4"], "5"), ("hypot", ["0.6", "-0.8"], "1"), ("hypot", ["0", "0"], "0"),
    ])
    func rationalValuesAreFound(_ name: String, _ arguments: [String], _ expected: String) throws {
        let answer = try positional(name, arguments)
        #expect(answer.exact == expected)
        #expect(answer.type == .integer || answer.type == .rational)
    }

    @Test(arguments: [
        ("sqrt", ["2"], "sqrt(2)"), ("sqrt", ["8"], "2*sqrt(2)"), ("sqrt", ["1/2"], "sqrt(2)/2"),
        ("sqrt", ["9/2"], "3*sqrt(2)/2"),
        ("sqrt", ["12/5"], "2*sqrt(15)/5"), ("sqrt", ["0.1"], "sqrt(10)/10"),
        ("sqrt", ["999999999989"], "sqrt(999999999989)"),
        ("sqrt", ["999966000289"], "999983"), ("hypot", ["1", "1"], "sqrt(2)"), ("pow", ["2", "3/2"], "2*sqrt(2)"),
        ("pow", ["3", "-1/2"], "sqrt(3)/3"),
        ("exp", ["1"], "e"), ("atan", ["1"], "pi/4"), ("atan", ["-1"], "-pi/4"), ("asin", ["1"], "pi/2"),
        ("asin", ["-1"], "-pi/2"),
        ("asin", ["-0.5"], "-pi/6"), ("acos", ["0"], "pi/2"), ("acos", ["-1"], "pi"), ("acos", ["0.5"], "pi/3"),
        ("atan2", ["1", "0"], "pi/2"), ("atan2", ["-1", "0"], "-pi/2"), ("atan2", ["0", "-1"], "pi"),
        ("atan2", ["-2", "-2"], "-3*pi/4"),
    ])
    func closedFormsAreTold(_ name: String, _ arguments: [String], _ expected: String) throws {
        #expect(try positional(name, arguments).exact == expected)
    }

    static let elementary: [(String, [String], String?)] = [
        ("log", ["8", "3"], "log(8)/log(3)"), ("log2", ["10"], "log(10)/log(2)"),
        ("log10", ["20"], "log(20)/log(10)"), ("exp", ["2"], "exp(2)"), ("pow", ["2", "1/3"], "2^(1/3)"),
        ("cbrt", ["9"], "9^(1/3)"), ("cbrt", ["-9"], "-9^(1/3)"), ("pow", ["5", "2/3"], "5^(2/3)"),
        ("sin", ["1"], nil), ("atan", ["2"], nil), ("sinh", ["1"], nil),
    ]

    @Test(arguments: elementary)
    func elementaryNumbersAreToldWhereTheyAreShort(_ name: String, _ arguments: [String], _ expected: String?) throws {
        #expect(try positional(name, arguments).exact == expected)
    }

    @Test func tiesButForTheNextTermAreDecided() throws {
        #expect(try calculate("sin", ["x": "1.5e-30"], precision: 1).decimal == "1e-30")
        #expect(try calculate("sin", ["x": "2.5e-30"], precision: 1).decimal == "2e-30")
        #expect(try calculate("sinh", ["x": "2.5e-30"], precision: 1).decimal == "3e-30")
        #expect(try calculate("tan", ["x": "2.5e-1000"], precision: 1).decimal == "3e-1000")
        #expect(try calculate("asin", ["x": "2.5e-1000"], precision: 1).decimal == "3e-1000")
        #expect(try calculate("add", ["a": "0.25", "b": "0"], precision: 1).decimal == "0.2")
    }

    @Test func powersTooLongToWriteOutAreRounded() throws {
        // e^1000 * (1 - 1000 * 1e-7 / 2 + …): a fraction of 70 million digits.
        let answer = try calculate("pow", ["a": "1.0000001", "b": "10000000000"])
        #expect(answer.exact == nil)
        #expect(answer.type == .real)
        #expect(answer.decimal == "1.9699726129304605663e+434")
        #expect(try calculate("pow", ["a": "-1.0000001", "b": "10000000001"]).decimal.hasPrefix("-1.969972"))
    }

    private func positional(_ name: String, _ values: [String]) throws -> Rendering {
        let operation = try #require(Catalogue.operation(named: name))
        return try calculate(name, zip(operation.parameters, values).map { ($0.name, .text($1)) })
    }
}
