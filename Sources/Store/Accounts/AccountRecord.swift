package import GRDB

/// A row of `accounts`.
package struct AccountRecord: Sendable, Equatable {
    package var id: Int64?
    package var username: String
    package var email: String?
    package var passwordHash: String
    /// Counts the changes of the password; the same password hashed anew is none.
    package var passwordVersion: Int64
    package var role: String
    package var isDisabled: Bool
    /// Seconds since 1970.
    package var createdAt: Int64
    /// Microseconds since 1970: earlier events of the name are somebody else's. 0 for an account that was taken over with them.
    package var eventsSince: Int64

    package init(
        id: Int64? = nil, username: String, email: String?, passwordHash: String, passwordVersion: Int64 = 0,
        role: String,
        isDisabled: Bool = false, createdAt: Int64, eventsSince: Int64 = 0
    ) {
        self.id = id
        self.username = username
        self.email = email
        self.passwordHash = passwordHash
        self.passwordVersion = passwordVersion
        self.role = role
        self.isDisabled = isDisabled
        self.createdAt = createdAt
        self.eventsSince = eventsSince
    }
}

extension AccountRecord: FetchableRecord {
    package init(row: Row) {
        id = row["id"]
        username = row["username"]
        email = row["email"]
        passwordHash = row["password_hash"]
        passwordVersion = row["password_version"]
        role = row["role"]
        isDisabled = row["disabled"]
        createdAt = row["created_at"]
        eventsSince = row["events_since"]
    }
}

extension AccountRecord: MutablePersistableRecord {
    package static let databaseTableName = "accounts"

    package func encode(to container: inout PersistenceContainer) {
        container["id"] = id
        container["username"] = username
        container["email"] = email
        container["password_hash"] = passwordHash
        container["password_version"] = passwordVersion
        container["role"] = role
        container["disabled"] = isDisabled
        container["created_at"] = createdAt
        container["events_since"] = eventsSince
    }

    package mutating func didInsert(_ inserted: InsertionSuccess) {
        id = inserted.rowID
    }
}
