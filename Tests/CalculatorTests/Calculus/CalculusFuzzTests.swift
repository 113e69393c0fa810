import ProcessorTime
import Testing

@testable import Calculator

/// Random arguments: a value or a fault, never a trap, and never for long.
@Suite struct CalculusFuzzTests {
    private func expectAnOutcome(_ source: String) {
        // On this thread, so that its time is the calculation's.
        Stack.deep {
            let seconds = ProcessorTime.seconds {
                do throws(Fault) {
                    let answer = try Calculation(precision: 15, deadline: .now + .seconds(2)).value(of: source)
                    #expect(!answer.decimal.isEmpty)
                } catch {
                    #expect(!error.message.isEmpty)
                }
            }
            #expect(seconds < 8, "\(source) took \(seconds) s")
        }
    }

    private static let points = ["0", "1", "-1", "1/3", "pi", "10^6", "1e-30", "i", "sqrt(2)", "-7.5"]

    @Test func randomCallsHaveAnOutcome() {
        for seed in 0..<150 as Range<UInt64> {
            var random = RandomFormula(seed: seed)
            let formula = Quoting.quoted(random.text(depth: Int(seed % 6)))
            let point = { (random: inout RandomFormula) in
                Self.points.randomElement(using: &random.generator) ?? "0"
            }
            let (a, b) = (point(&random), point(&random))
            switch seed % 7 {
            case 0: expectAnOutcome("derivative(\(formula), \"x\", 3)")
            case 1: expectAnOutcome("simplify(\(formula))")
            case 2: expectAnOutcome("integrate(\(formula), \"x\", \(a), \(b))")
            case 3: expectAnOutcome("findRoots(\(formula), \"x\", \(a), \(b))")
            case 4: expectAnOutcome("taylor(\(formula), \"x\", \(a), 7)")
            case 5: expectAnOutcome("limit(\(formula), \"x\", \(a))")
            default: expectAnOutcome("sumSeries(\(formula), \"x\", 1)")
            }
        }
    }

    @Test(arguments: [
        "derivative(\"x^x^x^x^x^x^x^x^x\", \"x\", 5)", "simplify(\"(a + b + c + d)^24 (a - b)^20\")",
        "derivative(\"exp(sin(cos(tan(x^2))))\", \"x\", 20)", "simplify(\"2^(10^9)\")", "simplify(\"x^(10^9) x\")",
        "simplify(\"((x + 1)^24 + 1)^24\")", "integrate(\"sin(10^9 x)\", \"x\", 0, 1)",
        "integrate(\"sin(1/x) / x\", \"x\", 0, 1)", "integrate(\"exp(10^9 x)\", \"x\", 0, 1)",
        "integrate(\"1/x^2\", \"x\", -1, 1)", "integrate(\"factorial(x)\", \"x\", 0, 1)",
        "findRoots(\"sin(10^9 x)\", \"x\", 0, 1)", "findRoots(\"x^(10^9) - 2\", \"x\", 0, 3)",
        "findRoots(\"(x - 1/3)^200 - 1e-300\", \"x\", 0, 3)", "findRoots(\"exp(-1/x^2)\", \"x\", -1, 1)",
        "sumSeries(\"1/n\", \"n\", 1, 100000)", "sumSeries(\"2^n\", \"n\", 0, 100000)",
        "sumSeries(\"1/n^n\", \"n\", 1)",
        "sumSeries(\"1/(n^40 + n + 1)\", \"n\", 1)", "sumSeries(\"n!\", \"n\", 0, 3000)",
        "sumSeries(\"1/n^2\", \"n\", 10^100)", "sumSeries(\"1/2^n\", \"n\", 10^9)", "sumSeries(\"x^n\", \"n\", 0)",
        "taylor(\"exp(exp(sin(x)))\", \"x\", 1, 5)", "taylor(\"1/(1 - x - x^2)\", \"x\", 0, 60)",
        "taylor(\"x^(10^9)\", \"x\", 1, 10)", "limit(\"x^(10^9)\", \"x\", 1)", "limit(\"x^1000 exp(-x)\", \"x\")",
        "limit(\"(1 + 1/x)^(x^2)\", \"x\")", "limit(\"log(log(x))/log(x)\", \"x\")", "limit(\"sin(x)\", \"x\")",
        "f(x) = f(x) + 1; derivative(f, \"x\")", "f(x) = x f(x - 1); integrate(f, \"x\", 0, 1)",
        "f(x) = x + x; g(x) = f(f(f(f(x)))); h(x) = g(g(g(g(x)))); simplify(\"h(h(h(y)))\")",
        "integrate(\"x\", \"x\", 0, 10^400)", "integrate(\"cos(x)\", \"x\", 0, 10^400)",
        "findRoots(\"x - 1\", \"x\", -10^400, 10^400)", "derivative(\"\", \"x\")", "derivative(\"x\", \"\")",
        "integrate(\"x +\", \"x\", 0, 1)", "limit(\"1/(sin(x)^2 + cos(x)^2 - 1)\", \"x\", 0)",
        "findRoots(\"1/(sin(x)^2 + cos(x)^2 - 1)\", \"x\", 0, 1)", "simplify(\"factorial(10^9) + gamma(10^9)\")",
        "simplify(\"nextPrime(10^5) + fibonacci(10^6)\")",
    ])
    func awkwardCallsHaveAnOutcome(_ source: String) { expectAnOutcome(source) }

    @Test func deepTextsHaveAnOutcome() {
        for (open, close) in [("(", ")"), ("sin(", ")"), ("-", ""), ("x^", ""), ("1/(1+", ")"), ("2^(x+", ")")] {
            let text = String(repeating: open, count: 60) + "x" + String(repeating: close, count: 60)
            for call in ["derivative(\"\(text)\", \"x\")", "simplify(\"\(text)\")", "taylor(\"\(text)\", \"x\", 1, 3)"]
            {
                expectAnOutcome(call)
            }
        }
    }
}
