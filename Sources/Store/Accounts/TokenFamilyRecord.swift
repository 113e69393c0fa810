package import Foundation
package import GRDB

/// A row of `token_families`: one login and the tokens that came from it.
package struct TokenFamilyRecord: Sendable, Equatable {
    package let id: String
    package let accountID: Int64
    /// Seconds since 1970.
    package let expiresAt: Int64
    /// Names the secret key that the session rests on.
    package let keyID: Data?

    package init(id: String, accountID: Int64, expiresAt: Int64, keyID: Data?) {
        self.id = id
        self.accountID = accountID
        self.expiresAt = expiresAt
        self.keyID = keyID
    }

    package func insert(in database: GRDB.Database) throws {
        try database.cached("INSERT INTO token_families (id, account_id, expires_at, key_id) VALUES (?, ?, ?, ?)")
            .execute(arguments: [id, accountID, expiresAt, keyID])
    }

    package static func find(id: String, in database: GRDB.Database) throws -> TokenFamilyRecord? {
        let statement = try database.cached("SELECT account_id, expires_at, key_id FROM token_families WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map {
            TokenFamilyRecord(id: id, accountID: $0["account_id"], expiresAt: $0["expires_at"], keyID: $0["key_id"])
        }
    }

    /// Lets the session rest on this key from now on.
    package func bind(to keyID: Data, in database: GRDB.Database) throws {
        guard keyID != self.keyID else { return }
        try database.cached("UPDATE token_families SET key_id = ? WHERE id = ?").execute(arguments: [keyID, id])
    }

    /// Lets those rest on this key that were begun before keys were told apart.
    package static func bindOld(to keyID: Data, in database: GRDB.Database) throws {
        try database.execute(sql: "UPDATE token_families SET key_id = ? WHERE key_id IS NULL", arguments: [keyID])
    }

    /// Whether `bindOld` has anything to do.
    package static func areOldThere(in database: GRDB.Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM token_families WHERE key_id IS NULL)") ?? false
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

    /// Ends every family of everybody.
    package static func endAll(in database: GRDB.Database) throws {
        try database.execute(sql: "DELETE FROM token_families")
    }

    /// A hundred at most: nobody waits for a great cleaning, and each login makes only one.
    package static func endExpired(at time: Int64, in database: GRDB.Database) throws {
        let sql =
            "DELETE FROM token_families WHERE id IN (SELECT id FROM token_families WHERE expires_at <= ? LIMIT 100)"
        try database.cached(sql).execute(arguments: [time])
    }
}
