package import GRDB

/// A row of `token_families`: one login and the tokens that came from it.
package struct TokenFamilyRecord: Sendable, Equatable {
    package let id: String
    package let accountID: Int64
    /// Seconds since 1970.
    package let expiresAt: Int64

    package init(id: String, accountID: Int64, expiresAt: Int64) {
        self.id = id
        self.accountID = accountID
        self.expiresAt = expiresAt
    }

    package func insert(in database: GRDB.Database) throws {
        try database.cached("INSERT INTO token_families (id, account_id, expires_at) VALUES (?, ?, ?)")
            .execute(arguments: [id, accountID, expiresAt])
    }

    package static func find(id: String, in database: GRDB.Database) throws -> TokenFamilyRecord? {
        let statement = try database.cached("SELECT account_id, expires_at FROM token_families WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id])
            .map { TokenFamilyRecord(id: id, accountID: $0["account_id"], expiresAt: $0["expires_at"]) }
    }

    /// Ends the family: its refresh tokens go with the row.
    package static func end(id: String, in database: GRDB.Database) throws {
        try database.cached("DELETE FROM token_families WHERE id = ?").execute(arguments: [id])
    }

    /// Ends every family of the account but the one that is to stay.
    package static func endAll(of accountID: Int64, but kept: String? = nil, in database: GRDB.Database) throws {
        try database.cached("DELETE FROM token_families WHERE account_id = ? AND id IS NOT ?")
            .execute(arguments: [accountID, kept])
    }

    /// A hundred at most: nobody waits for a great cleaning, and each login makes only one.
    package static func endExpired(at time: Int64, in database: GRDB.Database) throws {
        let sql =
            "DELETE FROM token_families WHERE id IN (SELECT id FROM token_families WHERE expires_at <= ? LIMIT 100)"
        try database.cached(sql).execute(arguments: [time])
    }
}
