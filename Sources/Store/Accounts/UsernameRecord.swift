package import GRDB
internal import Text

/// A user name in `service.db`: whose it is or was, and what looks like it.
package struct UsernameRecord {
    private let name: String
    private let features: Set<NameLook.Feature>

    /// - Parameter name: of bounded length, in NFC.
    package init(_ name: String) {
        self.name = name
        features = NameLook(name).features
    }

    /// Whether the name is somebody's, or was.
    package func isTaken(in database: GRDB.Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM accounts WHERE username = :name)
                    OR EXISTS (SELECT 1 FROM retired_usernames WHERE username = :name)
                """,
            arguments: ["name": name]) ?? false
    }

    /// Whether the name, or one that is easily taken for it, is somebody's or was.
    package func isTakenOrResembled(in database: GRDB.Database) throws -> Bool {
        if try isTaken(in: database) { return true }
        return try features.contains { try !Self.isFree($0, in: database) }
    }

    /// Keeps away from now on what looks like the name. What another name keeps already stays with that one.
    package func claim(in database: GRDB.Database) throws {
        for feature in features where try Self.isFree(feature, in: database) {
            try database.cached("INSERT INTO name_looks (look, username, exclusive) VALUES (?, ?, ?)")
                .execute(arguments: [feature.text, name, feature.isExclusive])
        }
    }

    /// Whether an account has a name that differs from this one in letter case at the most.
    package func isNameOfAccount(in database: GRDB.Database) throws -> Bool {
        let folded = features.filter { $0.text.utf8.first == UInt8(ascii: "=") }
        return try folded.contains { feature in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM name_looks JOIN accounts USING (username) WHERE look = ?)
                    """, arguments: [feature.text]) ?? false
        }
    }

    private static func isFree(_ feature: NameLook.Feature, in database: GRDB.Database) throws -> Bool {
        let statement = try database.cached(
            "SELECT NOT EXISTS (SELECT 1 FROM name_looks WHERE look = ? AND (exclusive OR ?))")
        return try Bool.fetchOne(statement, arguments: [feature.text, feature.isExclusive]) ?? false
    }
}
