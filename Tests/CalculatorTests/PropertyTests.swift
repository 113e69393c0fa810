import Calculator
import Numbers
import Testing

/// Two ways to the same answer, at random rationals among which the awkward ones are frequent.
@Suite struct PropertyTests {
    static let samples: [String] = {
        var random = SystemRandomNumberGenerator()
        let corners = [
            "0", "1", "-1", "1/2", "-1/3", "1e-30", "-1e30", "9223372036854775807", "-9223372036854775808", "0.1",
        ]
        return corners
            + (0..<40).map { _ in
                let numerator =
                    Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...60, using: &random)
                let denominator =
                    Int64.random(in: 1...(.max), using: &random) >> Int64.random(in: 0...61, using: &random)
                return "\(numerator)/\(max(denominator, 1))"
            }
    }()

    private func exact(_ name: String, _ arguments: KeyValuePairs<String, RawArgument>) throws -> String {
        try #require(try calculate(name, arguments).exact)
    }

    private func reduced(_ text: String) throws -> String { try Rational(parsing: text).description }

    @Test func subtractionUndoesAdditionAndDivisionMultiplication() throws {
        for (a, b) in zip(Self.samples, Self.samples.reversed()) {
            let sum = try exact("add", ["a": .text(a), "b": .text(b)])
            #expect(try exact("subtract", ["a": .text(sum), "b": .text(b)]) == reduced(a))
            guard try reduced(b) != "0" else { continue }
            let product = try exact("multiply", ["a": .text(a), "b": .text(b)])
            #expect(try exact("divide", ["a": .text(product), "b": .text(b)]) == reduced(a))
            let quotient = try exact("floor", ["x": .text(try exact("divide", ["a": .text(a), "b": .text(b)]))])
            let whole = try exact("multiply", ["a": .text(quotient), "b": .text(b)])
            let rest = try exact("mod", ["a": .text(a), "b": .text(b)])
            #expect(try exact("add", ["a": .text(whole), "b": .text(rest)]) == reduced(a))
        }
    }

    @Test func commonDivisorTimesCommonMultipleIsTheProduct() throws {
        for _ in 0..<50 {
            let (a, b) = (Int.random(in: -1_000_000...1_000_000), Int.random(in: -1_000_000...1_000_000))
            let pair: KeyValuePairs<String, RawArgument> = ["a": .text("\(a)"), "b": .text("\(b)")]
            let product = try exact("multiply", ["a": .text(exact("gcd", pair)), "b": .text(exact("lcm", pair))])
            #expect(product == "\((a * b).magnitude)")
        }
    }

    @Test func listsAgreeWithPairsAndWithThemselvesInAnotherOrder() throws {
        for (name, pairwise) in [("sum", "add"), ("prod", "multiply")] {
            let list = RawArgument.list(Self.samples.map { .text($0) })
            let shuffled = RawArgument.list(Self.samples.shuffled().map { .text($0) })
            var folded = Self.samples[0]
            for sample in Self.samples.dropFirst() {
                folded = try exact(pairwise, ["a": .text(folded), "b": .text(sample)])
            }
            #expect(try exact(name, ["values": list]) == reduced(folded))
            #expect(try exact(name, ["values": shuffled]) == reduced(folded))
        }
    }

    @Test func inversesComeBackToTheArgument() throws {
        // At 60 digits the inverse of what was rounded at 60 digits is the argument to 50.
        for (there, back) in [
            ("log", "exp"), ("exp", "log"), ("sin", "asin"), ("tan", "atan"), ("sinh", "asinh"), ("tanh", "atanh"),
        ] {
            for x in ["0.7", "1/3", "0.001", "1.25"] {
                let value = try calculate(there, ["x": .text(x)], precision: 60).decimal
                let again = try calculate(back, ["x": .text(value)], precision: 60).decimal
                #expect(try isNear(again, x), "\(back)(\(there)(\(x)))")
            }
        }
    }

    @Test func sineAndCosineLieOnTheCircle() throws {
        for x in ["1", "22/7", "1e22", "-0.001", "123456789"] {
            let parts = try ["sin", "cos"].map {
                try calculate($0, ["x": .text(x)], precision: 60).decimal
            }
            let length = try calculate("hypot", ["values": .list(parts.map { .text($0) })], precision: 60)
            #expect(try isNear(length.decimal, "1"))
        }
    }

    @Test func fewerDigitsAreThoseOfMoreRounded() throws {
        for (name, x) in [
            ("sqrt", "2"), ("exp", "1.5"), ("log", "10"), ("sin", "355/113"), ("atan", "1e-20"), ("cosh", "0.3"),
        ] {
            let long = try calculate(name, ["x": .text(x)], precision: 1100).decimal
            for digits in [1, 2, 15, 16, 17, 20, 60, 1000] {
                let short = try calculate(name, ["x": .text(x)], precision: digits).decimal
                let rounded = try Rational(parsing: long).decimalText(significantDigits: digits)
                #expect(try Rational(parsing: short) == Rational(parsing: rounded))
            }
        }
    }

    @Test func divisorsMultiplyInPairsAndFactorsToTheNumber() throws {
        for _ in 0..<30 {
            let number = "\(Int.random(in: 1...1_000_000_000))"
            let factors = try calculate("primeFactors", ["x": .text(number)]).result
            let divisors = try calculate("divisors", ["x": .text(number)]).result
            if !elements(factors).isEmpty {
                #expect(try exact("prod", ["values": .list(elements(factors).map { .text($0) })]) == number)
            }
            for (low, high) in zip(elements(divisors), elements(divisors).reversed()) {
                #expect(try exact("multiply", ["a": .text(low), "b": .text(high)]) == number)
            }
            for factor in elements(factors) { #expect(try exact("isPrime", ["x": .text(factor)]) == "true") }
        }
    }

    private func elements(_ result: ResultValue) -> [String] {
        guard case .array(let values) = result else { return [] }
        return values.compactMap { if case .number(let text) = $0 { text } else { nil } }
    }

    private func isNear(_ text: String, _ expected: String) throws -> Bool {
        let difference = try (Rational(parsing: text) - Rational(parsing: expected)).magnitude
        return try difference < Rational(parsing: "1e-50")
    }
}
