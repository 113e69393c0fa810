package import Foundation
package import GRDB

/// A row of `refresh_tokens`: the SHA-256 of a token, never the token.
package struct RefreshTokenRecord: Sendable, Equatable {
    package let hash: Data
    package let familyID: String
    /// Counts the rotations: the access token made beside this one has it in its `jti`.
    package let serial: Int64
    package let isSpent: Bool

    package init(hash: Data, familyID: String, serial: Int64) {
        self.hash = hash
        self.familyID = familyID
        self.serial = serial
        isSpent = false
    }

    private init(row: Row) {
        hash = row["hash"]
        familyID = row["family_id"]
        serial = row["serial"]
        isSpent = row["spent"]
    }

    package func insert(in database: GRDB.Database) throws {
        try database.cached("INSERT INTO refresh_tokens (hash, family_id, serial) VALUES (?, ?, ?)")
            .execute(arguments: [hash, familyID, serial])
    }

    package static func find(hash: Data, in database: GRDB.Database) throws -> RefreshTokenRecord? {
        let statement = try database.cached("SELECT * FROM refresh_tokens WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [hash]).map(RefreshTokenRecord.init(row:))
    }

    package func markSpent(in database: GRDB.Database) throws {
        try database.cached("UPDATE refresh_tokens SET spent = 1 WHERE hash = ?").execute(arguments: [hash])
    }
}
