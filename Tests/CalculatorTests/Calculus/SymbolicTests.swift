import Numbers
import Testing

@testable import Calculator

@Suite struct SymbolicTests {
    @Test(arguments: [
        ("2x + 3x", "5 * x"), ("x - x", "0"), ("x * x^2", "x^3"), ("x^3 / x", "x^2"), ("(x^2)^3", "x^6"),
        ("0 * x + 1 * y", "y"), ("x^0", "1"), ("x + 0", "x"), ("--x", "x"), ("2 * 3 + 4 / 6", "20/3"),
        ("(2x)^2", "4 * x^2"), ("sqrt(4x)", "2 * sqrt(x)"), ("sqrt(x)^2", "x"), ("sqrt(x^2)", "sqrt(x^2)"),
        ("x * y * x", "x^2 * y"), ("sin(-x)", "-sin(x)"), ("cos(-x)", "cos(x)"), ("sin(x)^2 + cos(x)^2", "1"),
        ("exp(log(x))", "x"), ("log(exp(x))", "log(exp(x))"), ("e^x * e^(2x)", "exp(3 * x)"),
        ("(x + 1)^2 - x^2 - 2x", "1"), ("(x^2 - 1)/(x - 1)", "x + 1"), ("1/x + 1/x", "2 / x"),
        ("abs(-2x)", "2 * abs(x)"),
        ("sqrt(8)", "2 * sqrt(2)"), ("8^(1/3)", "2"), ("sin(pi/6) x", "x / 2"), ("gcd(4, 6) x", "2 * x"),
        ("x + y + x", "2 * x + y"),
        ("1 - x", "1 - x"), ("-x", "-x"), ("x/2", "x / 2"), ("-3x/2", "-3 * x / 2"), ("x/(2y)", "x / (2 * y)"),
        ("x + 10%", "11 * x / 10"), ("100%", "1"), ("x mod 3", "mod(x, 3)"), ("-(x + y)", "-x - y"),
        ("tau", "2 * pi"), ("i*i", "-1"), ("i^7", "-i"), ("x^(1/2) * x^(1/2)", "x"), ("2^x * 2^x", "2^(2 * x)"),
        ("(-8)^(1/3)", "(-8)^(1/3)"),
        ("x^-n", "x^-n"), ("a*x + b*x", "a * x + b * x"),
    ])
    func simplifyGivesTheShortForm(_ source: String, _ expected: String) throws {
        let answer = try Calculation().value(of: "simplify(\(Quoting.quoted(source)))")
        #expect(answer.exact == Quoting.quoted(expected), "\(source)")
    }

    @Test(arguments: [
        ("x^3", "3 * x^2"), ("5", "0"), ("y", "0"), ("x", "1"), ("sin(x)", "cos(x)"), ("cos(x)", "-sin(x)"),
        ("tan(x)", "1 / cos(x)^2"), ("exp(2x)", "2 * exp(2 * x)"), ("e^x", "exp(x)"), ("2^x", "2^x * log(2)"),
        ("log(x)", "1 / x"), ("log(x, 10)", "1 / (x * log(10))"), ("log10(x)", "1 / (x * log(10))"),
        ("sqrt(x)", "1 / (2 * sqrt(x))"), ("1/x", "-1 / x^2"), ("abs(x)", "x / abs(x)"),
        ("cbrt(x)", "1 / (3 * cbrt(x)^2)"),
        ("asin(x)", "1 / sqrt(1 - x^2)"), ("atan(x)", "1 / (x^2 + 1)"), ("sinh(x)", "cosh(x)"),
        ("x^x", "x^x * (log(x) + 1)"), ("hypot(x, y)", "x / hypot(x, y)"), ("atan2(y, x)", "-y / (x^2 + y^2)"),
        ("a*x^2", "2 * a * x"), ("x*exp(x)", "x * exp(x) + exp(x)"), ("erf(x)", "2 * exp(-x^2) / sqrt(pi)"),
        ("square(x)", "2 * x"), ("x!", "fault"), ("floor(x)", "fault"), ("[x, 1]", "fault"), ("x > 1", "fault"),
    ])
    func derivativesAreThoseOfTheTables(_ source: String, _ expected: String) {
        do throws(Fault) {
            let answer = try Calculation().value(of: "derivative(\(Quoting.quoted(source)), \"x\")")
            #expect(answer.exact == Quoting.quoted(expected), "\(source)")
        } catch {
            #expect(expected == "fault", "\(source): \(error)")
        }
    }

    @Test func functionsOfTheProgramAreDifferentiated() throws {
        let calculation = Calculation()
        _ = try calculation.value(of: "f(t) = t^2 + a t")
        _ = try calculation.value(of: "g(x) = f(x^2)")
        #expect(try calculation.value(of: "derivative(f, \"x\")").exact == "\"a + 2 * x\"")
        #expect(try calculation.value(of: "derivative(\"g(x)\", \"x\")").exact == "\"4 * x^3 + 2 * a * x\"")
        #expect(try calculation.value(of: "derivative(sin, \"x\", 2)").exact == "\"-sin(x)\"")
        #expect(throws: Fault.self) { try calculation.value(of: "h(x) = h(x); derivative(h, \"x\")") }
        #expect(throws: Fault.self) { try calculation.value(of: "derivative(\"x\", \"pi\")") }
    }

    @Test func divisionsByZeroAreFaults() {
        for source in ["1/0", "0/0", "1/(x - x)", "0 * (1/0)"] {
            #expect(throws: Fault.self, "\(source)") { try Calculation().value(of: "simplify(\"\(source)\")") }
        }
    }
}
