import Calculator
import Foundation
import Numbers
import Testing

/// The table that `Reference/make_algebra_reference.py` made with sympy and mpmath.
@Suite struct AlgebraReferenceTests {
    struct Row: Sendable {
        let expression: String
        let digits: Int
        let expected: String
    }

    static let rows: [Row] = {
        guard let folder = Bundle.module.url(forResource: "Reference", withExtension: nil),
            let table = try? String(contentsOf: folder.appendingPathComponent("algebra.tsv"), encoding: .utf8)
        else { return [] }
        return table.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t").map(String.init)
            return Row(expression: columns[0], digits: Int(columns[1]) ?? 0, expected: columns[2])
        }
    }()

    @Test func `the table is not empty`() { #expect(Self.rows.count > 200) }

    @Test func `exact results are sympy's`() throws {
        for row in Self.rows where row.digits == 0 {
            let answer = try Calculation().value(of: row.expression)
            #expect(answer.exact == row.expected, "\(row.expression)")
        }
    }

    @Test func `digits are mpmath's`() throws {
        for row in Self.rows where row.digits > 0 {
            let answer: Rendering
            do {
                answer = try Calculation(precision: row.digits).value(of: row.expression)
            } catch {
                Issue.record("\(row.expression): \(error)")
                continue
            }
            let numbers = try answer.decimal.filter { $0 != "[" && $0 != "]" }
                .split(separator: ", ").map(parts)
            let expected = try row.expected.split(separator: " ").map { try $0.split(separator: ",").map(value) }
            #expect(numbers == expected, "\(row.expression) gave \(answer.decimal)")
        }
    }

    private func value(_ text: some StringProtocol) throws -> Rational { try Rational(parsing: String(text)) }

    /// Real and imaginary part of `2 + 3i`, `2i`, `-i`.
    private func parts(of text: some StringProtocol) throws -> [Rational] {
        guard text.hasSuffix("i") else { return [try value(text), 0] }
        var terms = String(text).replacing(" - ", with: " + -").split(separator: " + ").map(String.init)
        let imaginary = terms.removeLast().dropLast()
        let factor = imaginary.isEmpty ? "1" : imaginary == "-" ? "-1" : String(imaginary)
        return [try terms.first.map { try value($0) } ?? 0, try value(factor)]
    }
}
