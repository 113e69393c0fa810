internal import Events
internal import GRDB
internal import Store

extension AccountService {
    /// Makes an account for whoever asks. Throws `usernameTaken`, `emailTaken`, a validation error with all faults, or
    /// `overloaded`.
    public func register(
        _ registration: Registration, event: @escaping EventBuilder
    ) async throws -> Account {
        try await create(registration, role: .user, event: event)
    }

    /// Makes an account with any role: for administrators and the command line. Throws as `register` does.
    public func create(
        _ registration: Registration, role: Role, event: @escaping EventBuilder
    ) async throws -> Account {
        let checked = try registration.checked()
        try await database.read { try Self.checkIsFree(checked, in: $0) }
        return try await insert(checked, role: role, event: event) { _ in true }
            ?? { throw AccountError.usernameTaken }()
    }

    /// Makes this administrator when nobody has the name, and returns it; an account that exists is left as it is.
    public func ensureAdministrator(
        username: String, password: String, event: @escaping EventBuilder
    ) async throws -> Account? {
        let name = UsernameRules.normalized(username)
        let isPresent = try await database.read { try AccountRecord.find(username: name, in: $0) != nil }
        if isPresent { return nil }
        return try await create(Registration(username: username, password: password), role: .admin, event: event)
    }

    /// Makes the administrator `admin` with a random password when there is no account at all.
    ///
    /// - Parameter keep: is given the password before the account is made, so that none is made whose password nobody
    ///   has.
    public func bootstrapAdministrator(
        keep: @Sendable (_ password: String) throws -> Void, event: @escaping EventBuilder
    ) async throws -> Account? {
        guard try await database.read({ try AccountRecord.isEmpty(in: $0) }) else { return nil }
        let password = RandomBytes.token(bytes: 18)
        try keep(password)
        let registration = Registration(username: "admin", password: password)
        return try await insert(registration, role: .admin, event: event) {
            try AccountRecord.isEmpty(in: $0)
        }
    }

    /// nil when `condition` does not hold in the transaction.
    private func insert(
        _ registration: Registration, role: Role, event: @escaping EventBuilder,
        when condition: @escaping @Sendable (GRDB.Database) throws -> Bool
    ) async throws -> Account? {
        let passwordHash = try await hasher.hash(registration.password)
        let now = clock.seconds()
        return try await database.write { database in
            guard try condition(database) else { return (nil, []) }
            try Self.checkIsFree(registration, in: database)
            var record = AccountRecord(
                username: registration.username, email: registration.email, passwordHash: passwordHash,
                role: role.rawValue, createdAt: now, eventsSince: Event.now())
            try record.insert(database)
            try UsernameRecord(record.username).claim(in: database)
            let account = Account(record)
            return (account, [event(account)])
        }
    }

    /// A sign-in takes a name or an address: nobody's name is another's address.
    private static func checkIsFree(_ registration: Registration, in database: GRDB.Database) throws {
        let isTaken = try UsernameRecord(registration.username).isTakenOrResembled(in: database)
        if try isTaken || AccountRecord.isTaken(email: registration.username, in: database) {
            throw AccountError.usernameTaken
        }
        if let email = registration.email,
            try AccountRecord.isTaken(email: email, in: database)
                || UsernameRecord(email).isNameOfAccount(in: database)
        {
            throw AccountError.emailTaken
        }
    }
}
