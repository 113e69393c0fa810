import Calculator
import Testing

/// Matrices through the language: values, what cannot be, and laws that hold for all of them.
@Suite struct LinearAlgebraTests {
    static let values: [(String, String)] = [
        ("det([[sqrt(2), 1], [1, sqrt(2)]])", "1"), ("det([[sqrt(2), 2], [1, sqrt(2)]])", "0"),
        ("inv([[sqrt(2), 1], [1, sqrt(2)]])", "[[sqrt(2), -1], [-1, sqrt(2)]]"),
        ("rank([[sqrt(2), 2], [1, sqrt(2)]])", "1"), ("rank([[pi, 1], [2pi, 2]])", "1"),
        ("nullspace([[sqrt(2), 2], [1, sqrt(2)]])", "[[-sqrt(2), 1]]"), ("rank([[i, 1], [-1, i]])", "1"),
        ("lu([[sqrt(2), 1], [2, 0]])", "[[[1, 0], [sqrt(2)/2, 1]], [[2, 0], [0, 1]], [1, 0]]"),
        ("lu([[0, 0], [0, 1]])", "[[[1, 0], [0, 1]], [[0, 0], [0, 1]], [0, 1]]"),
        ("lusolve([[1, 1], [1, -1]], [sqrt(2), 0])", "[[sqrt(2)/2], [sqrt(2)/2]]"),
        ("qr([[1, 2], [1, 2]])[2]", "[[sqrt(2), 2*sqrt(2)], [0, 0]]"),
        ("charpoly([[sqrt(2), 1], [1, sqrt(2)]])", "[1, -2*sqrt(2), 1]"),
        ("eigs([[sqrt(2), 0], [0, sqrt(2)]])", "[sqrt(2), sqrt(2)]"),
        ("eigs([[1, 2], [2, 1]] * sqrt(2))", "[-sqrt(2), 3*sqrt(2)]"),
        ("eigs([[0, -1, 0], [1, 0, 0], [0, 0, 1]])", "[-i, i, 1]"), ("eigs([[2, i], [-i, 2]])", "[1, 3]"),
        ("eigs([[1, 1, 0], [0, 1, 1], [0, 0, 1]])", "[1, 1, 1]"), ("eigs([[7]])", "[7]"),
        ("eigenvectors([[0, 2], [1, 0]])", "[[-sqrt(2), [-sqrt(2), 1]], [sqrt(2), [sqrt(2), 1]]]"),
        ("eigenvectors([[3, 0], [0, 3]])", "[[3, [1, 0]], [3, [0, 1]]]"),
        ("expm([[0, 0], [0, 0]])", "[[1, 0], [0, 1]]"), ("expm([[1, -1], [1, -1]])", "[[2, -1], [1, 0]]"),
        ("norm([[1, 2], [3, 4]], \"fro\")", "sqrt(30)"), ("norm([1, -2, 3], \"inf\")", "3"),
        ("norm([1, -2, 3], \"-inf\")", "1"), ("norm([1, -2, 3], 1)", "6"), ("norm([3, 4i])", "5"), ("norm(-3)", "3"),
        ("norm([[1, 1], [0, 1]])", "(sqrt(5) + 1)/2"), ("norm([8, 1], 1/3)", "27"),
        ("cross([1, 0, 0], [0, sqrt(2), 0])", "[0, 0, sqrt(2)]"), ("transpose([1, 2])", "[1, 2]"),
        ("diag(diag([1, 2, 3]))", "[1, 2, 3]"), ("diag([1], -1)", "[[0, 0], [1, 0]]"),
        ("[[1, 2], [3, 4]]'", "[[1, 3], [2, 4]]"),
        ("[[1, 2], [3, 4]]^-1", "[[-2, 1], [3/2, -1/2]]"), ("size(\"abc\")", "[3]"), ("inv(4)", "1/4"),
        ("concat(\"ab\", \"c\")", "\"abc\""), ("concat([[1], [2]], [[3], [4]])", "[[1, 3], [2, 4]]"),
    ]

    @Test(arguments: values)
    func `a matrix operation has its value`(_ source: String, _ expected: String) throws {
        let value = try Calculation().value(of: source)
        #expect((value.exact ?? value.decimal) == expected, "\(source)")
    }

    static let refused: [(String, FaultCode)] = [
        ("inv([[1, 2], [2, 4]])", .domain), ("inv([[sqrt(2), 2], [1, sqrt(2)]])", .domain),
        ("lusolve([[1, 2], [2, 4]], [1, 2])", .domain), ("lusolve([[1, 2], [3, 4]], [1])", .dimensionMismatch),
        ("det([[1, 2, 3], [4, 5, 6]])", .dimensionMismatch), ("det([[1, 2], [3]])", .matrixExpected),
        ("eigs([])", .matrixExpected), ("det([[]])", .matrixExpected), ("dot([1, 2], [1])", .dimensionMismatch),
        ("cross([1, 2], [3, 4])", .tooShort), ("norm([[1, 2]], 3)", .choiceExpected),
        ("norm([1], 0)", .choiceExpected), ("norm([1], \"x\")", .choiceExpected),
        ("concat([1], [[1]])", .dimensionMismatch), ("concat([1], [1], 2)", .indexOutOfRange),
        ("kron(ones(20, 20), ones(20, 20))", .tooLarge), ("identity(101)", .tooLarge), ("det(\"x\")", .numberExpected),
        ("expm([[10^30, 1], [1, 1]])", .tooLarge), ("inv(ones(100, 100) * 10^300)", .tooLarge),
    ]

    @Test(arguments: refused)
    func `what has no answer is refused with a reason`(_ source: String, _ code: FaultCode) {
        #expect(fault(source)?.code == code, "\(source)")
    }

    private func fault(_ source: String) -> Fault? {
        do throws(Fault) {
            _ = try Calculation().value(of: source)
            return nil
        } catch {
            return error
        }
    }

    /// Random matrices as text: fractions, surds, complex numbers, decimals.
    private func random(_ size: Int, _ generator: inout SplitMix) -> String {
        let kind = Int.random(in: 0..<4, using: &generator)
        let rows = (0..<size).map { _ in
            let elements = (0..<size).map { _ in
                let (a, b) = (Int.random(in: -4...4, using: &generator), Int.random(in: 1...5, using: &generator))
                switch kind {
                case 0: return "\(a)"
                case 1: return "\(a)/\(b)"
                case 2: return a > 2 ? "sqrt(\(b))" : "\(a)"
                default: return a > 1 ? "\(a) + \(b)i" : "\(a)"
                }
            }
            return "[" + elements.joined(separator: ", ") + "]"
        }
        return "[" + rows.joined(separator: ", ") + "]"
    }

    @Test func `laws hold exactly for random matrices`() throws {
        var generator = SplitMix(state: 31)
        for _ in 0..<40 {
            let size = Int.random(in: 1...3, using: &generator)
            let (a, b) = (random(size, &generator), random(size, &generator))
            let laws = [
                "det(A*B) == det(A)*det(B)", "trace(A*B) == trace(B*A)",
                "rank(A) + size(nullspace(A))[1] == \(size)", "det(A) == 0 ? true : A*inv(A) == identity(\(size))",
                "polyeval(charpoly(A), 0) == (-1)^\(size)*det(A)",
            ]
            for law in laws {
                let answer = try Calculation().value(of: "A = \(a); B = \(b); \(law)")
                #expect(!answer.decimal.contains("false"), "\(law) for A = \(a), B = \(b)")
            }
        }
    }

    @Test func `eigenvalues sum to the trace and multiply to the determinant`() throws {
        var generator = SplitMix(state: 32)
        for _ in 0..<30 {
            let size = Int.random(in: 1...4, using: &generator)
            let a = random(size, &generator)
            let source = "A = \(a); l = eigs(A); abs(sum(l) - trace(A)) < 1e-30 and abs(prod(l) - det(A)) < 1e-30"
            do throws(Fault) {
                #expect(try Calculation().value(of: source).decimal == "true", "\(a)")
            } catch {
                // Two eigenvalues that may be equal are never guessed to be so.
                #expect(error.code == .undecided || error.code == .cannotCertify, "\(a): \(error.message)")
            }
        }
    }
}
