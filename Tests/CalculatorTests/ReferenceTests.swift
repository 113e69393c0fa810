import Calculator
import Foundation
import Numbers
import Testing

/// The tables that the scripts in `Reference` made from mpmath, sympy, statistics and fractions.
@Suite struct ReferenceTests {
    struct Row: Sendable {
        let operation: String
        let arguments: [(name: String, value: RawArgument)]
        let precision: Int
        let kind: String
        let expected: String
    }

    static let rows: [Row] = ["reference", "special"].flatMap { rows(of: $0) }

    private static func rows(of table: String) -> [Row] {
        guard let file = Bundle.module.url(forResource: "Reference/\(table)", withExtension: "tsv"),
            let table = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return table.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(
                operation: columns[0], arguments: arguments(columns[1]), precision: Int(columns[2]) ?? 0,
                kind: columns[3], expected: columns[4])
        }
    }

    private static func arguments(_ text: String) -> [(name: String, value: RawArgument)] {
        text.split(separator: ";").map { pair in
            let parts = pair.split(separator: "=").map(String.init)
            guard parts[1].hasPrefix("[") else { return (parts[0], .text(parts[1])) }
            let elements = parts[1].dropFirst().dropLast().split(separator: ",")
            return (parts[0], .list(elements.map { .text(String($0)) }))
        }
    }

    @Test func theTableCoversTheElementaryOperations() {
        let elementary: Set<OperationCategory> = [.arithmetic, .rounding, .exponential, .trigonometry, .hyperbolic]
        // The reciprocal functions stand in the table of complex values.
        let others = ["sec", "csc", "cot", "asec", "acsc", "acot", "sech", "csch", "coth", "asech", "acsch", "acoth"]
        let operations = Catalogue.operations.filter {
            elementary.contains($0.category) && !others.contains($0.name)
        }
        #expect(Set(Self.rows.map(\.operation)).isSuperset(of: operations.map(\.name)))
    }

    @Test(arguments: Catalogue.operations.map(\.name))
    func valuesAgreeWithTheTable(_ name: String) throws {
        for row in Self.rows where row.operation == name {
            let answer = try calculate(row.operation, row.arguments, precision: row.precision)
            let place = Comment(rawValue: "\(row) gave \(answer.decimal)")
            switch row.kind {
            case "exact": #expect(answer.exact == row.expected, place)
            case "text": #expect(answer.exact == row.expected, place)
            case "decimal": #expect(try value(answer.decimal) == value(row.expected), place)
            default: #expect(try parts(of: answer.decimal) == row.expected.split(separator: " ").map(value), place)
            }
            if row.kind != "text" { #expect(digits(answer.decimal) <= row.precision, place) }
        }
    }

    private func value(_ text: some StringProtocol) throws -> Rational { try Rational(parsing: String(text)) }

    private func value(_ text: String?) throws -> Rational { try Rational(parsing: try #require(text)) }

    /// Real and imaginary part of `2 + 3i`, `2i`, `-i`.
    private func parts(of text: String?) throws -> [Rational] {
        let text = try #require(text)
        guard text.hasSuffix("i") else { return [try value(text), 0] }
        var terms = text.replacing(" - ", with: " + -").split(separator: " + ").map(String.init)
        let imaginary = terms.removeLast().dropLast()
        let factor = imaginary.isEmpty ? "1" : imaginary == "-" ? "-1" : imaginary
        return [try terms.first.map { try value($0) } ?? 0, try value(factor)]
    }

    /// The most significant digits that a number of the text has.
    private func digits(_ text: String) -> Int {
        text.split(separator: " ").map { number in
            let mantissa = number.prefix { $0 != "e" }.filter(\.isNumber)
            let significant = mantissa.drop { $0 == "0" }
            return number.contains(".") ? significant.count : Substring(significant).trimmingSuffix { $0 == "0" }.count
        }.max() ?? 0
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, matches(last) { rest.removeLast() }
        return rest
    }
}
