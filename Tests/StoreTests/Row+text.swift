import GRDB

extension Row {
    /// All rows of a query, each as `column=value` in order; NULL is `nil`.
    static func texts(_ db: Database, _ sql: String) throws -> [[String]] {
        try fetchAll(db, sql: sql).map { row in
            row.map { name, value in "\(name)=\(value.storage.value.map { "\($0)" } ?? "nil")" }
        }
    }
}
