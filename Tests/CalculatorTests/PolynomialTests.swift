import Calculator
import Testing

/// Polynomials as text, as lists and as functions.
@Suite struct PolynomialTests {
    static let values: [(String, String)] = [
        ("polyroots(\"x^2 - sqrt(8)x + 2\")", "[sqrt(2), sqrt(2)]"),
        ("polyroots(\"(t - 1)^2 (t + 1/2)\")", "[-1/2, 1, 1]"),
        ("polyroots(\"x^4 - 10x^2 + 1\")[4] == sqrt(2) + sqrt(3)", "true"),
        ("polyroots(\"i x^2 + 1\")", "[-sqrt(2)/2 - sqrt(2)/2*i, sqrt(2)/2 + sqrt(2)/2*i]"),
        ("polyroots(5)", "[]"), ("polyroots(\"7\")", "[]"), ("polyroots([0, 0, 3])", "[0, 0]"),
        ("f(z) = z^2 - 4; polyroots(f)", "[-2, 2]"),
        ("polyroots([6, -5, 1, 0, 0])", "[2, 3]"), ("polyroots(\"[6, -5, 1]\")", "[2, 3]"),
        ("polyroots(\"x^2 + x + 1\")", "[-1/2 - sqrt(3)/2*i, -1/2 + sqrt(3)/2*i]"),
        ("polyfactor(\"6\")", "\"6\""), ("polyfactor(\"-x\")", "\"-x\""),
        ("polyfactor(\"1 - y^2\")", "\"-(y - 1)*(y + 1)\""),
        ("polyfactor(\"x^2/4 - 1\")", "\"1/4*(x - 2)*(x + 2)\""), ("polyfactor([1])", "[[[1], 1]]"),
        ("polygcd(\"0\", \"2x\")", "\"x\""), ("polygcd([0], [0])", "[]"),
        ("polyeval(\"x^2 + 1\", i)", "0"), ("polyeval(\"x^2 - 2\", sqrt(2))", "0"), ("polyeval([1, 2], 10)", "21"),
        ("expand(\"(a + b)^2 (a - b)\")", "\"a^3 + a^2*b - a*b^2 - b^3\""),
        ("expand(\"(x + sqrt(2))^2\")", "\"x^2 + (2*sqrt(2))*x + 2\""),
        ("expand(\"(x + 1)(x - 1) - x^2 + 1\")", "\"0\""), ("expand(\"2^3\")", "\"8\""),
        ("expand(\"(eps + 1)^2\")", "\"eps^2 + 2*eps + 1\""),
        ("expand(\"-(x - 1/2)^2\")", "\"-x^2 + x - 1/4\""), ("expand(\"x * x^2 / 3\")", "\"x^3/3\""),
        ("expand(\"(x + i)^2\")", "\"x^2 + (2i)*x - 1\""), ("f(u) = (u + 1)^2; expand(f)", "\"u^2 + 2u + 1\""),
        ("resultant(\"x^2 + 1\", \"x^2 + 1\")", "0"), ("resultant(\"x^2 - 2\", \"3\")", "9"),
        ("discriminant(\"x^3 - 2x + 1\")", "5"),
    ]

    @Test(arguments: values)
    func `a polynomial operation has its value`(_ source: String, _ expected: String) throws {
        let value = try Calculation().value(of: source)
        #expect((value.exact ?? value.decimal) == expected, "\(source)")
    }

    static let refused: [(String, FaultCode)] = [
        ("polyroots(0)", .domain), ("polygcd([], [])", .tooShort), ("polyroots(\"x - x\")", .domain),
        ("polyroots(\"x*y\")", .domain),
        ("polyroots(\"1/x\")", .domain),
        ("polyroots(\"x^(1/2)\")", .domain), ("polyroots(\"sin(x)\")", .domain), ("polyroots(\"x^x\")", .domain),
        ("polyroots(\"x +\")", .syntaxError), ("polyroots(\"x^2 + x^100001\")", .tooLarge),
        ("expand(\"(a+b+c+d)^100\")", .tooLarge),
        ("expand(\"(x + 1)^-1\")", .domain), ("polyfactor(\"x^2 - pi\")", .numberExpected),
        ("polyfactor(\"0\")", .domain),
        ("discriminant(\"3\")", .domain), ("polygcd(\"x\", \"y\")", .domain), ("polyroots(\"x/0\")", .divisionByZero),
        ("polyroots(\"x^101 + 3x + 7\")", .tooLarge), ("polyroots(\"x < 1\")", .domain),
        ("polyroots([[1, 2], [3, 4]])", .numberExpected),
        ("expand(\"(10^1000 x + 1)^1000\")", .tooLarge), ("polyfactor(\"x^600 + x + 1\")", .tooLarge),
        ("polyroots(true)", .textExpected),
        ("expand([1, 2])", .textExpected),
    ]

    @Test(arguments: refused)
    func `what is no polynomial is refused with a reason`(_ source: String, _ code: FaultCode) {
        do throws(Fault) {
            let value = try Calculation().value(of: source)
            Issue.record("\(source) gave \(value.exact ?? value.decimal)")
        } catch {
            #expect(error.code == code, "\(source): \(error.message)")
        }
    }

    @Test func `polynomials are given in queries as text and in bodies as lists`() throws {
        #expect(try calculate("polyroots", ["p": "x^2 - 4"]).exact == "[-2, 2]")
        #expect(try calculate("polyroots", ["p": ["-4", "0", "1"]]).exact == "[-2, 2]")
        #expect(try calculate("polyroots", ["p": "[-4, 0, 1]"]).exact == "[-2, 2]")
        #expect(try calculate("det", ["x": "[[1, 2], [3, 4]]"]).exact == "-2")
        #expect(faults("polyroots", ["p": "1/x"]).map(\.parameter) == ["p"])
    }

    @Test func `factors multiply to the polynomial, and expand again`() throws {
        var generator = SplitMix(state: 41)
        for _ in 0..<30 {
            let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                let coefficients = (0...3).map { _ in Int.random(in: -3...3, using: &generator) }
                return
                    "(\(coefficients[0]) + \(coefficients[1])x + \(coefficients[2])/2 x^2 + x^\(coefficients[3] + 4))"
            }
            let source = parts.joined(separator: " ") + (Bool.random(using: &generator) ? "" : " \(parts[0])")
            let back = try Calculation().value(of: "expand(polyfactor(\"\(source)\")) == expand(\"\(source)\")")
            #expect(back.decimal == "true", "\(source)")
            let roots = "abs(sum(polyroots(\"\(source)\"))) < 1000"
            #expect(try Calculation().value(of: roots).decimal == "true", "\(source)")
        }
    }
}
