internal import Events
internal import GRDB
internal import Store

extension AccountService {
    /// Changes a password: one's own, proven by the current one, or anybody's by an administrator. All sessions of the
    /// account end, but the one that asked when it is one's own. Throws `notYourAccount`, `notFound`,
    /// `wrongCurrentPassword`, a validation error, `rateLimited` or `overloaded`.
    public func resetPassword(
        _ reset: PasswordReset, by principal: Principal, remoteAddress: String, event: @escaping EventBuilder
    ) async throws -> Account {
        let name = UsernameRules.normalized(reset.username)
        let isOwn = name == principal.username
        guard isOwn || principal.role == .admin else { throw AccountError.notYourAccount }
        guard let record = try await database.read({ try AccountRecord.find(username: name, in: $0) }),
            let id = record.id
        else { throw AccountError.notFound }
        let isProofNeeded = principal.role != .admin || (isOwn && reset.currentPassword != nil)
        if isProofNeeded {
            try await throttled(name: name, remoteAddress: remoteAddress) {
                try await self.checkCurrentPassword(reset.currentPassword, of: record)
            }
        }
        let passwordHash = try await newHash(for: reset, of: record)
        let kept = isOwn ? principal.familyID : nil
        defer { verified.removeAll(of: id) }
        return try await database.write { database in
            guard var present = try AccountRecord.find(id: id, in: database) else { throw AccountError.notFound }
            // It may have been changed while this one was being checked.
            guard !isProofNeeded || present.passwordVersion == record.passwordVersion else {
                throw AccountError.wrongCurrentPassword
            }
            present.passwordHash = passwordHash
            present.passwordVersion += 1
            try present.update(database)
            try TokenFamilyRecord.endAll(of: id, but: kept, in: database)
            let account = Account(present)
            return (account, [event(account)])
        }
    }

    private func checkCurrentPassword(_ password: String?, of record: AccountRecord) async throws {
        guard let password else {
            throw AccountError.validation([
                AccountFault(
                    field: "current_password", code: "missing", message: "The current password is needed as well")
            ])
        }
        guard try await hasher.check(password, against: record.passwordHash).isRight else {
            throw AccountError.wrongCurrentPassword
        }
    }

    private func newHash(for reset: PasswordReset, of record: AccountRecord) async throws -> String {
        let faults = PasswordRules.faults(
            in: reset.newPassword, confirmation: reset.confirmPassword, field: "new_password",
            confirmationField: "confirm_password", username: record.username, email: record.email)
        guard faults.isEmpty else { throw AccountError.validation(faults) }
        return try await hasher.hash(reset.newPassword)
    }
}
