internal import Store

/// A person's account, without anything secret.
public struct Account: Sendable, Equatable {
    /// Never given to another account.
    public let id: Int64
    /// Unique; letter case counts.
    public let username: String
    /// Unique, whatever its letter case.
    public let email: String?
    /// What the account may do.
    public let role: Role
    /// A disabled account cannot log in and has no sessions.
    public let isDisabled: Bool
    /// Seconds since 1970.
    public let createdAt: Int64

    /// An account with these properties, which is not thereby stored.
    public init(id: Int64, username: String, email: String?, role: Role, isDisabled: Bool, createdAt: Int64) {
        self.id = id
        self.username = username
        self.email = email
        self.role = role
        self.isDisabled = isDisabled
        self.createdAt = createdAt
    }
}

extension Account {
    init(_ record: AccountRecord) {
        self.init(
            id: record.id ?? 0, username: record.username, email: record.email,
            role: Role(rawValue: record.role) ?? .user, isDisabled: record.isDisabled, createdAt: record.createdAt)
    }
}
