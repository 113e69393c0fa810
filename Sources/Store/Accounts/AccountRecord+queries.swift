package import GRDB

extension AccountRecord {
    package static func find(username: String, in database: GRDB.Database) throws -> AccountRecord? {
        try fetchOne(database.cached("SELECT * FROM accounts WHERE username = ?"), arguments: [username])
    }

    /// The name of the account that is meant where a name or an address is asked for; a name wins over an address.
    package static func name(forSignIn text: String, in database: GRDB.Database) throws -> String? {
        try String.fetchOne(
            database.cached(
                """
                SELECT username FROM accounts WHERE username = :text
                UNION ALL SELECT username FROM accounts WHERE email = :text LIMIT 1
                """), arguments: ["text": text])
    }

    package static func find(id: Int64, in database: GRDB.Database) throws -> AccountRecord? {
        try fetchOne(database.cached("SELECT * FROM accounts WHERE id = ?"), arguments: [id])
    }

    /// A page in the order of the names, which is the order of their bytes.
    package static func page(after username: String, limit: Int, in database: GRDB.Database) throws -> [AccountRecord] {
        try fetchAll(
            database.cached("SELECT * FROM accounts WHERE username > ? ORDER BY username LIMIT ?"),
            arguments: [username, limit])
    }

    package static func isEmpty(in database: GRDB.Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM accounts)") ?? true
    }

    /// Letter case does not matter: the column is declared so.
    package static func isTaken(email: String, in database: GRDB.Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE email = ?)", arguments: [email]) ?? false
    }

    /// How many enabled administrators there are beside this account.
    package func countOfOtherEnabledAdministrators(in database: GRDB.Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT COUNT(*) FROM accounts WHERE role = 'admin' AND disabled = 0 AND id IS NOT ?",
            arguments: [id]) ?? 0
    }

    /// How many enabled administrators there are.
    package static func countOfEnabledAdministrators(in database: GRDB.Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM accounts WHERE role = 'admin' AND disabled = 0") ?? 0
    }

    /// Removes the account with its sessions. Its name stays taken.
    package func retire(at time: Int64, in database: GRDB.Database) throws {
        try database.execute(sql: "DELETE FROM accounts WHERE id = ?", arguments: [id])
        try database.execute(
            sql: "INSERT OR IGNORE INTO retired_usernames (username, retired_at) VALUES (?, ?)",
            arguments: [username, time])
    }
}

extension GRDB.Database {
    /// The prepared statement that this connection keeps for `sql`.
    func cached(_ sql: String) throws -> Statement {
        try cachedStatement(sql: sql)
    }
}
