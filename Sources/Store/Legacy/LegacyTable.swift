internal import GRDB

/// A table of the legacy service and its columns, found by what they mean: its versions name them differently.
struct LegacyTable {
    let name: String
    private let columns: [String]

    /// The first table that has a column of each meaning.
    static func find(_ db: Database, with meanings: [[String]]) throws -> LegacyTable? {
        let names = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
        for name in names {
            let table = LegacyTable(name: name, columns: try db.columns(in: name).map(\.name))
            if meanings.allSatisfy({ table.column($0) != nil }) { return table }
        }
        return nil
    }

    /// The first of the names that the table has as a column, quoted for SQL.
    func column(_ names: [String]) -> String? {
        for name in names {
            if let column = columns.first(where: { $0.lowercased() == name }) { return Self.quoted(column) }
        }
        return nil
    }

    /// The same, or `NULL`.
    func value(_ names: [String]) -> String {
        column(names) ?? "NULL"
    }

    /// Microseconds since 1970 from a column of texts that SQLite can read, or of seconds.
    func time(_ names: [String]) -> String {
        guard let column = column(names) else { return "NULL" }
        return """
            CASE typeof(\(column))
                WHEN 'text' THEN CAST(round((julianday(\(column)) - 2440587.5) * 86400000.0) AS INTEGER) * 1000
                WHEN 'integer' THEN \(column) * 1000000
                WHEN 'real' THEN CAST(\(column) * 1000000 AS INTEGER)
            END
            """
    }

    /// A JSON object of all columns but those named.
    func object(without names: [String]) -> String {
        let others = columns.filter { !names.contains($0.lowercased()) }
        let members = others.map { "'\($0.replacing("'", with: "''"))', \(Self.quoted($0))" }
        return "json_object(\(members.joined(separator: ", ")))"
    }

    var quotedName: String { Self.quoted(name) }

    private static func quoted(_ name: String) -> String {
        "\"\(name.replacing("\"", with: "\"\""))\""
    }
}
