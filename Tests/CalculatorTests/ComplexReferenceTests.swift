import Calculator
import Foundation
import Numbers
import Testing

/// The table that `Reference/make_complex_reference.py` made from mpmath: principal values on branch cuts and around.
@Suite struct ComplexReferenceTests {
    @Test func elementaryFunctionsAgreeWithTheTableOnEverySideOfTheirCuts() throws {
        let folder = try #require(Bundle.module.url(forResource: "Reference", withExtension: nil))
        let table = try String(contentsOf: folder.appendingPathComponent("complex.tsv"), encoding: .utf8)
        let rows = table.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count > 2_000)
        for row in rows {
            do {
                let answer = try Calculation(precision: 60).value(of: row[0])
                let parts = try #require(Self.parts(of: answer.decimal), "\(row[0]) = \(answer.decimal)")
                #expect(
                    try parts.map(Rational.init(parsing:)) == row[1...].map { try Rational(parsing: $0) }, "\(row[0])")
            } catch let fault as Fault {
                Issue.record("\(row[0]): \(fault.code) \(fault.message)")
            }
        }
    }

    /// Real and imaginary part of `2 + 3i`, `2`, `-i`.
    private static func parts(of text: String) -> [String]? {
        guard text.hasSuffix("i") else { return [text, "0"] }
        var real = "0"
        var imaginary = String(text.dropLast())
        for sign in [" + ", " - "] {
            guard let range = imaginary.range(of: sign, options: .backwards) else { continue }
            real = String(imaginary[..<range.lowerBound])
            imaginary = (sign == " - " ? "-" : "") + imaginary[range.upperBound...]
            break
        }
        if imaginary.isEmpty || imaginary == "-" { imaginary += "1" }
        return [real, imaginary]
    }
}
