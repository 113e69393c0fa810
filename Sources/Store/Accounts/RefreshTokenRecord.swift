package import Foundation
package import GRDB

/// A row of `refresh_tokens`: the SHA-256 of a token, never the token.
package struct RefreshTokenRecord: Sendable, Equatable {
    package let hash: Data
    package let familyID: String
    /// Counts the rotations: the access token made beside this one has it in its `jti`.
    package let serial: Int64
    /// The hash of the token that this one was given for; nil for the first.
    package let parent: Data?
    /// The first use; nil as long as there was none.
    package let use: Use?
    package let isSpent: Bool

    /// When and from where a token was used.
    package struct Use: Sendable, Equatable {
        /// Seconds since 1970.
        package let time: Int64
        /// A digest of the address.
        package let place: Data

        package init(time: Int64, place: Data) {
            self.time = time
            self.place = place
        }
    }

    package init(hash: Data, familyID: String, serial: Int64, parent: Data? = nil) {
        self.hash = hash
        self.familyID = familyID
        self.serial = serial
        self.parent = parent
        use = nil
        isSpent = false
    }

    private init(row: Row) {
        hash = row["hash"]
        familyID = row["family_id"]
        serial = row["serial"]
        parent = row["parent"]
        isSpent = row["spent"]
        if let time: Int64 = row["spent_at"], let place: Data = row["spent_from"] {
            use = Use(time: time, place: place)
        } else {
            use = nil
        }
    }

    package func insert(in database: GRDB.Database) throws {
        try database.cached("INSERT INTO refresh_tokens (hash, family_id, serial, parent) VALUES (?, ?, ?, ?)")
            .execute(arguments: [hash, familyID, serial, parent])
    }

    package static func find(hash: Data, in database: GRDB.Database) throws -> RefreshTokenRecord? {
        let statement = try database.cached("SELECT * FROM refresh_tokens WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [hash]).map(RefreshTokenRecord.init(row:))
    }

    package func markSpent(by use: Use, in database: GRDB.Database) throws {
        try database.cached("UPDATE refresh_tokens SET spent = 1, spent_at = ?, spent_from = ? WHERE hash = ?")
            .execute(arguments: [use.time, use.place, hash])
    }

    /// Whether a token that was given for this one has been used.
    package func hasUsedSuccessor(in database: GRDB.Database) throws -> Bool {
        let statement = try database.cached(
            "SELECT EXISTS (SELECT 1 FROM refresh_tokens WHERE family_id = ? AND parent = ? AND spent = 1)")
        return try Bool.fetchOne(statement, arguments: [familyID, hash]) ?? false
    }

    /// The highest serial of a family.
    package static func lastSerial(of familyID: String, in database: GRDB.Database) throws -> Int64 {
        let statement = try database.cached("SELECT max(serial) FROM refresh_tokens WHERE family_id = ?")
        return try Int64.fetchOne(statement, arguments: [familyID]) ?? 0
    }
}
