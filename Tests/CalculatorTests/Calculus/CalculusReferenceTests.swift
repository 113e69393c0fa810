import Foundation
import Numbers
import Testing

@testable import Calculator

/// The table that `Reference/make_calculus_reference.py` made from mpmath and sympy.
@Suite struct CalculusReferenceTests {
    @Test func valuesAgreeWithTheTable() throws {
        let folder = try #require(Bundle.module.url(forResource: "Reference", withExtension: nil))
        let table = try String(contentsOf: folder.appendingPathComponent("calculus.tsv"), encoding: .utf8)
        let rows = table.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count > 120)
        for row in rows {
            do throws(Fault) {
                let decimals = try decimals(row[0])
                let expected = row[1].split(separator: " ").map { Self.rounded(String($0)) }
                #expect(decimals.map(Self.rounded) == expected, "\(row[0])")
            } catch {
                Issue.record("\(row[0]): \(error.code) \(error.message)")
            }
        }
    }

    private static func rounded(_ text: String) -> Rational? {
        guard let value = try? Rational(parsing: text) else { return nil }
        return try? Rational(parsing: value.decimalText(significantDigits: 20))
    }

    private func decimals(_ source: String) throws(Fault) -> [String] {
        guard source.hasPrefix("derivative("), let comma = source.lastIndex(of: ",") else {
            let value = try Calculation().value(of: source)
            guard case .array = value.result else { return [value.decimal] }
            return value.decimal.dropFirst().dropLast().split(separator: ", ").map(String.init)
        }
        let start = source.index(source.startIndex, offsetBy: "derivative(".count)
        let text = try Symbolic.derivative(of: String(source[start..<comma]))
        let point = source[source.index(after: comma)...].dropLast()
        return [try Calculation().value(of: "f(x) = \(text); f(\(point))").decimal]
    }
}

/// Symbolic operations as texts.
enum Symbolic {
    static func derivative(of source: String) throws(Fault) -> String { try text("derivative", source, ", \"x\"") }
    static func simplified(_ source: String) throws(Fault) -> String { try text("simplify", source, "") }

    private static func text(_ name: String, _ source: String, _ rest: String) throws(Fault) -> String {
        let answer = try Calculation().value(of: "\(name)(\(Quoting.quoted(source))\(rest))")
        guard case .string(let text) = answer.result else { return "" }
        return text
    }
}
