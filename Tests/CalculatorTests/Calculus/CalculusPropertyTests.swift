import Numbers
import ProcessorTime
import Testing

@testable import Calculator

/// Two ways to the same value, for random expressions.
@Suite struct CalculusPropertyTests {
    /// The value at a point, as real and imaginary ball; nil where there is none.
    private func value(_ text: String, at x: String) -> ComplexBall? {
        let context = EvaluationContext(bits: 200, language: Evaluator.self)
        guard let node = try? Parser.expression(of: text), let point = try? Parser.expression(of: x),
            let argument = try? Evaluator(context).evaluate(point),
            case .number(let number)? = try? Evaluator(context).evaluate(node, with: ["x": argument])
        else { return nil }
        return number.ball(context)
    }

    private func agree(_ a: ComplexBall, _ b: ComplexBall) -> Bool {
        let difference = a.subtracting(b, bits: 200)
        return difference.real.containsZero && difference.imaginary.containsZero
    }

    @Test func simplifyingKeepsTheValue() throws {
        var compared = 0
        for seed in 0..<400 as Range<UInt64> {
            var random = RandomFormula(seed: seed)
            let source = random.text(depth: 4)
            guard let simple = try? Symbolic.simplified(source) else { continue }
            for point in ["3/7", "-5/3", "12/5", "-1/9", "2 - i"] {
                guard let before = value(source, at: point) else { continue }
                compared += 1
                guard let after = value(simple, at: point) else {
                    Issue.record("\(source) has a value at \(point), \(simple) has none")
                    continue
                }
                #expect(agree(before, after), "\(source) became \(simple), at \(point)")
            }
        }
        #expect(compared > 800)
    }

    @Test func whatIsSimplifiedStaysAsItIs() throws {
        for seed in 0..<100 as Range<UInt64> {
            var random = RandomFormula(seed: seed)
            guard let once = try? Symbolic.simplified(random.text(depth: 3)) else { continue }
            let twice = try Symbolic.simplified(once)
            #expect(try Symbolic.simplified(twice) == twice, "\(once)")
        }
    }

    /// The derivative is made by rules, the series by recurrences: their common value is f'(a).
    @Test func derivativesAreTheLinearTermsOfTaylorPolynomials() throws {
        var compared = 0
        for seed in 1_000..<1_200 as Range<UInt64> {
            var random = RandomFormula(seed: seed)
            let source = random.text(depth: 3)
            guard let derivative = try? Symbolic.derivative(of: source) else { continue }
            for point in ["1/3", "5/2"] {
                guard let slope = value(derivative, at: point),
                    case .string(let polynomial)? = try? Calculation().value(
                        of: "taylor(\(Quoting.quoted(source)), \"x\", \(point), 1)"
                    ).result,
                    let there = value(polynomial, at: "\(point) + 1"), let here = value(polynomial, at: point)
                else { continue }
                compared += 1
                #expect(agree(slope, there.subtracting(here, bits: 200)), "\(source) at \(point): \(derivative)")
            }
        }
        #expect(compared > 150)
    }

    @Test func integralsOfDerivativesAreDifferences() throws {
        // On one thread, so that its time is the calculations'.
        let compared = try Stack.deep {
            var compared = 0
            for seed in 0..<60 as Range<UInt64> {
                var random = RandomFormula(seed: seed)
                let source = random.text(depth: 3, isSmooth: true)
                let derivative = try Symbolic.derivative(of: source)
                guard derivative.count < 300, let low = value(source, at: "-1/2"), let high = value(source, at: "4/3")
                else {
                    continue
                }
                let difference = high.subtracting(low, bits: 200).real
                let expected = difference.containsZero ? "0" : difference.decimalText(significantDigits: 15)
                let seconds = try ProcessorTime.seconds {
                    let answer = try Calculation(precision: 15).value(
                        of: "integrate(\(Quoting.quoted(derivative)), \"x\", -1/2, 4/3)")
                    #expect(expected == answer.decimal, "\(source)")
                }
                #expect(seconds < 3, "\(source) took \(seconds) s")
                compared += 1
            }
            return compared
        }
        #expect(compared > 50)
    }

    @Test func rootsOfProductsAreThoseOfTheirFactors() throws {
        var generator = SplitMix(state: 7)
        for _ in 0..<30 {
            let roots = Set(
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    Rational(
                        Int.random(in: -40...40, using: &generator), over: Int.random(in: 1...6, using: &generator))
                }
            ).sorted()
            let others = ["exp(x)", "(x^2 + 1)", "cosh(x)", "(2 + sin(x))"]
            let product =
                (roots.map { "(x - (\($0)))^\(Int.random(in: 1...3, using: &generator))" }
                + [others.randomElement(using: &generator) ?? "1"]).joined(separator: " * ")
            let answer = try Calculation().value(of: "findRoots(\"\(product)\", \"x\", -50, 50)")
            #expect(answer.exact == "[" + roots.map(\.description).joined(separator: ", ") + "]", "\(product)")
        }
    }

    @Test func infiniteSumsAreTheirFirstTermsAndTheRest() throws {
        for term in ["1/n^2", "n/3^n", "1/n!", "(-1)^n/n", "1/(n^2 + n + 1)", "n^(-5/2)", "exp(-n) n", "3^n/(2n)!"] {
            for first in [1, 4, 11] {
                let whole = "sumSeries(\"\(term)\", \"n\", \(first))"
                let parts = "sumSeries(\"\(term)\", \"n\", \(first), 20) + sumSeries(\"\(term)\", \"n\", 21)"
                let expected = try Calculation(precision: 30).value(of: whole).decimal
                #expect(
                    try Calculation(precision: 30).value(of: parts).decimal == expected, "\(term) from \(first)")
            }
        }
    }

    @Test func polynomialsAreSummedAsTermByTerm() throws {
        for term in ["n", "n^3 - 2n", "(2n + 1)^5 / 7", "3"] {
            let long = "sumSeries(\"\(term)\", \"n\", -3, 200000) - sumSeries(\"\(term)\", \"n\", 41, 200000)"
            let short = "sumSeries(\"\(term)\", \"n\", -3, 40)"
            #expect(try Calculation().value(of: "\(long) == \(short)").exact == "true")
        }
    }
}
