import Foundation
import Numbers

/// One line of Reference/reference.tsv, which Reference/make_reference.py writes.
struct ReferenceRow: CustomStringConvertible {
    let what: String
    let arguments: [String]
    let values: [String]

    var description: String { "\(what)(\(arguments.joined(separator: ", ")))" }

    func rational(_ index: Int) throws -> Rational { try Rational(parsing: arguments[index]) }
}

enum ReferenceTable {
    struct Missing: Error {}

    /// The rows of these names; an error when one has none.
    static func rows(named names: some Collection<String>) throws -> [ReferenceRow] {
        guard let file = Bundle.module.url(forResource: "Reference/reference", withExtension: "tsv") else {
            throw Missing()
        }
        let wanted = Set(names)
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t")
            guard wanted.contains(String(columns[0])) else { return nil as ReferenceRow? }
            return ReferenceRow(
                what: String(columns[0]), arguments: columns[1].split(separator: " ").map(String.init),
                values: columns[2].split(separator: " ").map(String.init))
        }
        if Set(rows.map(\.what)) != wanted { throw Missing() }
        return rows
    }
}
