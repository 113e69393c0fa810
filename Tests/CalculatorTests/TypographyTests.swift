import Calculator
import Testing

/// What typesetting programs write for a minus, a times and a division is read as that wherever something is read.
@Suite struct TypographyTests {
    @Test(arguments: [
        ("1e−3", "1/1000"), ("1E−3", "1/1000"), ("1.e−3", "1/1000"), (".5e−3", "1/2000"), ("[1e−3, 2]", "[1/1000, 2]"),
        ("6.02e−2", "301/5000"), ("2^−3", "1/8"), ("−5", "-5"), ("3−−5", "8"), ("3 − 5", "-2"), ("−1e−3", "-1/1000"),
        ("x = 3; 2e−x", "2*e - 3"), ("2e − 3", "2*e - 3"), ("2e−(3)", "2*e - 3"), ("number(\"−1e−3\")", "-1/1000"),
        ("number(\"−1/3\")", "-1/3"), ("hasNumericValue(\"−2.5\")", "true"), ("fromBase(\"−ff.8\", 16)", "-511/2"),
        ("unit(\"5 kg·m^2×s^−2\")", "5 (kg m^2) / s^2"), ("unit(\"−5e−1 m÷s\")", "-1/2 m / s"),
        ("5\u{A0}cm to m", "1/20 m"),
        ("unit(\"5\u{A0}cm\") to m", "1/20 m"), ("polyeval([1, 2], −1e−1)", "4/5"),
        ("expand(\"1e−1x·x\")", "\"x^2/10\""),
    ])
    func theSignIsWhatItLooksLike(_ source: String, _ expected: String) throws {
        let value = try Calculation().value(of: source)
        #expect(value.exact == expected)
    }

    @Test func argumentsOfRoutesAreReadAlike() throws {
        #expect(try calculate("add", ["a": "1e−3", "b": "−1"]).exact == "-999/1000")
        #expect(try calculate("add", ["values": ["1e−3", "−1/3", ".5e−1"]]).exact == "-847/3000")
        #expect(try calculate("factorial", ["x": "5e−0"]).exact == "120")
        #expect(try calculate("det", ["x": .list([["1e−1", "0"], ["0", "−1"]])]).exact == "-1/10")
        #expect(faults("factorial", ["x": "−1"]).map(\.code) == [.greaterThanEqual])
    }

    @Test func mathjsClientsAreAnsweredAlike() throws {
        #expect(try MathJSCalculation().text(of: "1e−3") == "0.001")
    }
}
