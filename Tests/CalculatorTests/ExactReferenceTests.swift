import Calculator
import Foundation
import Testing

/// The table that `Reference/make_exact_reference.py` made with sympy and Python's own fractions and statistics.
@Suite struct ExactReferenceTests {
    @Test func exactValuesAreThoseOfTheTable() throws {
        let folder = try #require(Bundle.module.url(forResource: "Reference", withExtension: nil))
        let table = try String(contentsOf: folder.appendingPathComponent("exact.tsv"), encoding: .utf8)
        let rows = table.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count > 200)
        for row in rows {
            do throws(Fault) {
                let value = try Calculation().value(of: row[0])
                #expect(value.exact == row[1], "\(row[0])")
            } catch {
                Issue.record("\(row[0]): \(error.code) \(error.message)")
            }
        }
    }
}
