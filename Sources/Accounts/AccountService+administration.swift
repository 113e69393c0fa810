internal import Events
internal import GRDB
internal import Store

/// For administrators: whether the one who asks is one is the caller's to check.
extension AccountService {
    /// Accounts in the order of their names, after a name.
    public func accounts(after username: String = "", limit: Int = 1000) async throws -> [Account] {
        try await database.read { try AccountRecord.page(after: username, limit: limit, in: $0).map(Account.init) }
    }

    /// Throws `notFound`.
    public func account(named username: String) async throws -> Account {
        let name = UsernameRules.normalized(username)
        return try await database.read { Account(try Self.record(named: name, in: $0)) }
    }

    /// Changes what is given. A disabled account loses its sessions; a new role holds at once, in running sessions too.
    /// Throws `notFound`, or `lastAdministrator` if nobody could administer the service afterwards.
    public func update(
        username: String, role: Role? = nil, disabled: Bool? = nil, event: @escaping EventBuilder
    ) async throws -> Account {
        try await change(username, event: event) { record, database in
            record.role = role?.rawValue ?? record.role
            record.isDisabled = disabled ?? record.isDisabled
            if record.role != Role.admin.rawValue || record.isDisabled {
                try Self.checkAnotherAdministrator(than: record, in: database)
            }
            try record.update(database)
            if record.isDisabled, let id = record.id {
                try TokenFamilyRecord.endAll(of: id, in: database)
            }
        }
    }

    /// Removes an account with its sessions. Its events stay in the journal, so its name is not given to anybody else.
    /// Throws as `update` does.
    public func delete(username: String, event: @escaping EventBuilder) async throws -> Account {
        let now = clock.seconds()
        return try await change(username, event: event) { record, database in
            try Self.checkAnotherAdministrator(than: record, in: database)
            try record.retire(at: now, in: database)
        }
    }

    func change(
        _ username: String, event: @escaping EventBuilder,
        _ body: @escaping @Sendable (inout AccountRecord, GRDB.Database) throws -> Void
    ) async throws -> Account {
        let name = UsernameRules.normalized(username)
        let account = try await database.write { database in
            var record = try Self.record(named: name, in: database)
            try body(&record, database)
            let account = Account(record)
            return (account, [event(account)])
        }
        verified.removeAll(of: account.id)
        return account
    }

    private static func record(named name: String, in database: GRDB.Database) throws -> AccountRecord {
        guard let record = try AccountRecord.find(username: name, in: database) else { throw AccountError.notFound }
        return record
    }

    /// Only where the account is an administrator as the table has it: no other can be the last.
    private static func checkAnotherAdministrator(than record: AccountRecord, in database: GRDB.Database) throws {
        guard let id = record.id, let present = try AccountRecord.find(id: id, in: database),
            present.role == Role.admin.rawValue
        else { return }
        if try record.countOfOtherEnabledAdministrators(in: database) == 0 {
            throw AccountError.lastAdministrator
        }
    }
}
