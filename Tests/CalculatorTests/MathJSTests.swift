import Calculator
import Testing

/// What the public mathjs service answers, so far as exact numbers have the same answer.
@Suite struct MathJSTests {
    private func text(_ source: String, _ precision: Int? = nil) throws -> String {
        try MathJSCalculation(precision: precision).text(of: source)
    }

    @Test(arguments: [
        ("2/3", "0.6666666666666666"), ("2*(7-3)", "8"), ("1.2 * (2 + 4.5)", "7.8"), ("5.08 cm in inch", "2 inch"),
        ("sin(45 deg) ^ 2", "0.5"), ("9 / 3 + 2i", "3 + 2i"), ("det([-1, 2; 3, 1])", "-7"), ("10^5", "100000"),
        ("10^21", "1e+21"), ("10^20 + 1", "100000000000000000000"), ("1e-6", "0.000001"), ("1.5e-7", "1.5e-7"),
        ("2^64", "18446744073709552000"), ("2^2000", "Infinity"), ("-2^2000", "-Infinity"), ("10^-400", "0"),
        ("sqrt(-4)", "2i"), ("-i", "-i"), ("2 - 3i", "2 - 3i"), ("1/3 i", "0.3333333333333333i"), ("\"hi\"", "\"hi\""),
        ("[1, 2; 3, 4]", "[[1, 2], [3, 4]]"), ("1 == 1", "true"), ("null", "null"), ("f(x, y) = x", "f(x, y)"),
        ("sqrt", "function"), ("4 inch to cm", "10.16 cm"), ("a = 3; b = 4\na * b", "[4, 12]"),
        ("a = \"x\"; a\n1/3", "[x, 0.3333333333333333]"),
        ("3;", "[]"), ("0.1 + 0.2", "0.3"),
    ])
    func withoutAPrecisionANumberIsThatOfJavaScript(source: String, expected: String) throws {
        #expect(try text(source) == expected)
    }

    @Test(arguments: [
        ("2/3", 3, "0.667"), ("10^5", 3, "1e+5"), ("99999", 14, "99999"), ("99999.5", 5, "1e+5"),
        ("123456", 14, "1.23456e+5"),
        ("0.00012", 3, "1.2e-4"), ("0.001", 3, "0.001"), ("12345", 2, "12000"), ("1/3", 14, "0.33333333333333"),
        ("100 / 8", 2, "13"), ("2.5", 1, "3"), ("-2.5", 1, "-3"), ("0.125", 2, "0.13"), ("9.95", 2, "10"),
        ("2^2000", 5, "1.1481e+602"), ("[1/3, 2]", 3, "[0.333, 2]"), ("1/3 + 2/3 i", 2, "0.33 + 0.67i"),
        ("1 + 1e-20 i", 14, "1"), ("1e-20 + i", 14, "i"), ("pi", 30, "3.14159265358979323846264338328"),
        ("4 inch to m", 2, "0.1 m"), ("1/3\n2", 3, "[0.3333333333333333, 2]"),
    ])
    func withAPrecisionItIsThatOfFormat(source: String, precision: Int, expected: String) throws {
        #expect(try text(source, precision) == expected)
    }

    @Test(arguments: [
        ("2/0", "Infinity"), ("-2/0", "-Infinity"), ("0/0", "NaN"), ("1/(1/0)", "0"), ("Infinity - Infinity", "NaN"),
        ("Infinity", "Infinity"), ("-pi * Infinity", "-Infinity"),
    ])
    func infinitiesExistHere(source: String, expected: String) throws {
        #expect(try text(source) == expected)
    }

    @Test func infinitiesKnowTheVariables() throws {
        let calculation = MathJSCalculation()
        _ = try calculation.text(of: "x = -3")
        #expect(try calculation.text(of: "x / 0") == "-Infinity")
    }

    @Test func aFiniteResultOfInfinitiesIsNoGuess() {
        #expect(throws: Fault.self) { try text("2 + atan(1/0)") }
    }

    @Test func aMistakeIsToldWithItsPlace() throws {
        let fault = #expect(throws: Fault.self) { try text("2 + * 3") }
        let told = MathJSError.text(of: try #require(fault))
        #expect(told.hasPrefix("SyntaxError: ") && told.hasSuffix(" (char 5)"))
        let unknown = #expect(throws: Fault.self) { try text("fctorial(3)") }
        #expect(MathJSError.text(of: try #require(unknown)).hasPrefix("Error: There is no function fctorial"))
        let kind = #expect(throws: Fault.self) { try text("sqrt(1, 2)") }
        #expect(MathJSError.text(of: try #require(kind)).hasPrefix("TypeError: "))
    }
}
