internal import GRDB

/// The check at start: thorough where that is quick, at both ends of the tables that grow for ever.
struct IntegrityCheck {
    /// Tables that grow with every event.
    let largeTables: [String]
    /// Whether there is reason to look at all of it, whatever its size.
    var isThorough = false

    /// Up to this many bytes the whole file is checked, in well under a tenth of a second.
    private static let thoroughLimit = 16 << 20

    /// Throws `SQLITE_CORRUPT` when the file is damaged.
    func run(_ db: Database) throws {
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        guard pages * size > Self.thoroughLimit, !isThorough else {
            try check(db, sql: "PRAGMA quick_check(1)")
            return
        }
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'") {
            if largeTables.contains(table) {
                for order in ["ASC", "DESC"] {
                    _ = try Row.fetchOne(db, sql: "SELECT * FROM \"\(table)\" ORDER BY rowid \(order) LIMIT 1")
                }
            } else {
                try check(db, sql: "PRAGMA quick_check('\(table)')")
            }
        }
    }

    private func check(_ db: Database, sql: String) throws {
        let answer = try String.fetchOne(db, sql: sql)
        if answer != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: answer) }
    }
}
