package import GRDB
internal import Text

/// The tables of accounts and sessions in `service.db`: made and changed here and nowhere else.
package enum AccountsSchema {
    package static func registerMigrations(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("accounts") { database in
            try createAccounts(in: database)
            try createSessions(in: database)
        }
        migrator.registerMigration("events_since") { database in
            try database.execute(
                sql: """
                    -- Microseconds since 1970: what the name did before is not this account's to see. The name may have been
                    -- somebody's whose account was lost with an older state of this file.
                    ALTER TABLE accounts ADD COLUMN events_since INTEGER NOT NULL DEFAULT 0;
                    """)
        }
        migrator.registerMigration("looks of names") { database in
            try createLooks(in: database)
        }
        migrator.registerMigration("sessions of a key") { database in
            try bindSessions(in: database)
        }
    }

    private static func createAccounts(in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE accounts (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    username TEXT NOT NULL UNIQUE CHECK (username <> ''),
                    email TEXT COLLATE NOCASE UNIQUE,
                    password_hash TEXT NOT NULL,
                    -- Grows when the password changes, not when the same one is hashed anew.
                    password_version INTEGER NOT NULL DEFAULT 0,
                    role TEXT NOT NULL CHECK (role IN ('user', 'admin')),
                    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
                    created_at INTEGER NOT NULL
                ) STRICT;

                -- The names of deleted accounts. The journal knows people by name, so a name given to somebody
                -- else would hand over its former owner's history.
                CREATE TABLE retired_usernames (
                    username TEXT PRIMARY KEY,
                    retired_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }

    private static func createSessions(in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                -- One login and every token that came from it. Without its row a family is ended, and all its tokens.
                CREATE TABLE token_families (
                    id TEXT PRIMARY KEY,
                    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                    expires_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX token_families_account ON token_families (account_id);
                CREATE INDEX token_families_expiry ON token_families (expires_at);

                -- Spent tokens stay as long as their family: that is how a second use is known.
                CREATE TABLE refresh_tokens (
                    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
                    family_id TEXT NOT NULL REFERENCES token_families (id) ON DELETE CASCADE,
                    serial INTEGER NOT NULL,
                    spent INTEGER NOT NULL DEFAULT 0 CHECK (spent IN (0, 1))
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX refresh_tokens_family ON refresh_tokens (family_id);
                """)
    }

    /// Names that look alike and were there before stay; no other is let in beside them.
    private static func createLooks(in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                -- What two names may have in common so that one is easily taken for the other. A name that was given once
                -- stays in here, like its account in retired_usernames.
                CREATE TABLE name_looks (
                    look TEXT NOT NULL,
                    username TEXT NOT NULL,
                    exclusive INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
                    PRIMARY KEY (look, username)
                ) STRICT, WITHOUT ROWID;
                """)
        let names = try String.fetchAll(
            database, sql: "SELECT username FROM accounts UNION SELECT username FROM retired_usernames")
        for name in names {
            for look in NameLook(name).features {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO name_looks (look, username, exclusive) VALUES (?, ?, ?)",
                    arguments: [look.text, name, look.isExclusive])
            }
        }
        try database.execute(
            sql: """
                CREATE TRIGGER name_looks_differ BEFORE INSERT ON name_looks WHEN EXISTS (
                    SELECT 1 FROM name_looks WHERE look = NEW.look AND (exclusive OR NEW.exclusive)
                ) BEGIN SELECT RAISE(ABORT, 'another name looks the same'); END;
                """)
    }

    private static func bindSessions(in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                -- Which secret key the session was begun or last renewed under. Null: before keys were told apart.
                ALTER TABLE token_families ADD COLUMN key_id BLOB;
                -- The token that this one was given for.
                ALTER TABLE refresh_tokens ADD COLUMN parent BLOB;
                -- When a spent token was used first, and from where: a digest, not the address.
                ALTER TABLE refresh_tokens ADD COLUMN spent_at INTEGER;
                ALTER TABLE refresh_tokens ADD COLUMN spent_from BLOB;
                """)
    }
}
