import Calculator
import Testing

/// What is as large as the limits allow, and larger: an answer or a reason, soon.
@Suite(.serialized) struct AlgebraTimeTests {
    /// A matrix as text, each element from its place.
    private static func matrix(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> String) -> String {
        let lines = (0..<rows).map { row in "[" + (0..<columns).map { element(row, $0) }.joined(separator: ", ") + "]" }
        return "[" + lines.joined(separator: ", ") + "]"
    }

    private static func digits(_ row: Int, _ column: Int, _ count: Int) -> String {
        String(repeating: "\((row * 7 + column * 13 + row * column * 5) % 9 + 1)\((row * column + 3) % 10)", count: count)
    }

    static let matrices: [(name: String, text: String)] = [
        ("100 × 100 small integers", matrix(100, 100) { "\(($0 * 31 + $1 * 17 + $0 * $1 * 7) % 97 - 48)" }),
        ("100 × 100 decimals", matrix(100, 100) { "0.\(($0 * 31 + $1 * 17 + $0 * $1 * 7) % 97 + 1)" }),
        ("30 × 30 fractions", matrix(30, 30) { "\(($0 * 5 + $1) % 11 - 5)/\(($0 * $1 + 3 * $1 + $0) % 89 + 1)" }),
        ("12 × 12 Hilbert", matrix(12, 12) { "1/\($0 + $1 + 1)" }),
        ("100 × 100 Hilbert", matrix(100, 100) { "1/\($0 + $1 + 1)" }),
        ("20 × 20 of 60 digits", matrix(20, 20) { digits($0, $1, 30) }),
        ("5 × 5 of 2000 digits", matrix(5, 5) { digits($0, $1, 1_000) }),
        ("2 × 2 of 20000 digits", matrix(2, 2) { digits($0, $1, 10_000) }),
        ("8 × 8 surds", matrix(8, 8) { ($0 + $1) % 3 == 0 ? "sqrt(\($0 * 2 + $1 + 2))" : "\($0 - $1)" }),
        ("5 × 5 mixed", matrix(5, 5) { $0 == $1 ? "pi" : $0 > $1 ? "sqrt(\($0 + 2))" : "exp(\($1))" }),
        ("20 × 20 sines", matrix(20, 20) { "sin(\($0 * 20 + $1 + 1))" }),
        ("50 × 50 sines", matrix(50, 50) { "sin(\($0 * 50 + $1 + 1))" }),
        ("8 × 8 complex", matrix(8, 8) { "\($0) + \($1)i" }),
        ("10 × 10 Jordan", matrix(10, 10) { $0 == $1 ? "3" : $1 == $0 + 1 ? "1" : "0" }),
        ("8 × 8 repeated surds", matrix(8, 8) { $0 == $1 ? "sqrt(2)" : "1" }),
        ("40 × 1", matrix(40, 1) { row, _ in "\(row)" }), ("1 × 100", matrix(1, 100) { "1/\($1 + 1)" }),
    ]

    static let operations = [
        "det", "inv", "rank", "rref", "nullspace", "lu", "qr", "charpoly", "eigs", "eigenvectors", "expm", "norm", "trace",
    ]

    @Test(arguments: operations)
    func `a matrix operation ends soon`(_ operation: String) {
        for (name, text) in Self.matrices { expectSoon("\(operation)(\(text))", "\(operation) of \(name)") }
    }

    static let polynomials = [
        "x^720 - 1", "x^1000 - 1", "x^500 - 1", "x^480 + x^240 + 1", "(x^2 + 3x + 1)^250", "(x + 1)^1000", "x^100 - 2 (10^9 x - 1)^2",
        "x^40 - 2 (10^9 x - 1)^2", "x^97 + 3x + 7", "x^100 + x^99/3 + 1", "(x^5 - x - 1)^60", "x^64 - 13x^31 + 5",
        "(x^10 - sqrt(2)x + 1)(x - pi)", "(x - sqrt(2))^8", "(x - sqrt(2) - sqrt(3))^4 (x - pi)^2", "(x - sin(1))^3",
        "(x - i)^6 (x + 1)", "(x^3 + sqrt(5)x + pi)^2", "x^200 + 1", "(10^300 x - 1)^100", "x^3 - 10^5000",
    ]

    @Test(arguments: ["polyroots", "polyfactor", "discriminant", "expand"])
    func `a polynomial operation ends soon`(_ operation: String) {
        for polynomial in Self.polynomials { expectSoon("\(operation)(\"\(polynomial)\")", "\(operation) of \(polynomial)") }
    }

    private func expectSoon(_ source: String, _ name: String) {
        let started = ContinuousClock.now
        for precision in [20, 1_000] {
            do throws(Fault) {
                _ = try Calculation(precision: precision, deadline: .now + .seconds(2)).answer(to: source)
            } catch {
                #expect(!error.message.isEmpty)
                print("REFUSED \(name) \(precision): \(error.code) \(error.message.prefix(60))")
            }
            let time = ContinuousClock.now - started
            if time > .milliseconds(300) { print("TIME \(name) \(precision): \(time)") }
        }
    }
}
