internal import Events
internal import GRDB
internal import Store

/// An account of another service, with the hash of its password.
package struct AdoptedAccount: Sendable {
    package let username: String
    package let email: String?
    /// A bcrypt hash; it is replaced when its owner signs in.
    package let passwordHash: String
    package let role: Role
    package let isDisabled: Bool
    /// Seconds since 1970; nil for now.
    package let createdAt: Int64?

    package init(
        username: String, email: String?, passwordHash: String, role: Role, isDisabled: Bool, createdAt: Int64?
    ) {
        self.username = username
        self.email = email
        self.passwordHash = passwordHash
        self.role = role
        self.isDisabled = isDisabled
        self.createdAt = createdAt
    }
}

extension AccountService {
    /// Whether anybody can administer the service.
    package func hasAdministrator() async throws -> Bool {
        try await database.read { try AccountRecord.countOfEnabledAdministrators(in: $0) > 0 }
    }

    /// Takes over an account.
    ///
    /// - Parameter event: of the adoption, committed with it.
    /// - Returns: what could not be taken over with it (its address), in words; nil for nothing.
    /// - Throws: ``AccountError`` when the account cannot be taken over.
    package func adopt(_ account: AdoptedAccount, event: @escaping EventBuilder) async throws -> String? {
        let username = UsernameRules.normalized(account.username)
        var faults = UsernameRules.faults(inAdopted: username)
        if !Bcrypt.isHash(account.passwordHash) {
            faults.append(
                AccountFault(
                    field: "password", code: "password_hash", message: "The stored password is no bcrypt hash"))
        }
        guard faults.isEmpty else { throw AccountError.validation(faults) }
        let isPlausible = account.email.map { EmailRules.faults(in: $0).isEmpty } ?? true
        let now = clock.seconds()
        return try await database.write { database in
            // Names that look alike have been two people's there, and go on being so.
            let name = UsernameRecord(username)
            if try name.isTaken(in: database) { throw AccountError.usernameTaken }
            let isFree = try account.email.map { try !AccountRecord.isTaken(email: $0, in: database) } ?? true
            var record = AccountRecord(
                username: username, email: isPlausible && isFree ? account.email : nil,
                passwordHash: account.passwordHash, role: account.role.rawValue, isDisabled: account.isDisabled,
                createdAt: account.createdAt ?? now)
            try record.insert(database)
            try name.claim(in: database)
            let problem = !isPlausible ? "is no address" : !isFree ? "belongs to another account" : nil
            return (problem, [event(Account(record))])
        }
    }
}
