public import Events
internal import GRDB
internal import Store

extension AccountService {
    /// The name of the account that is meant by a name or an address; what was given where it is nobody's.
    public func name(forSignIn text: String) async throws -> String {
        let name = UsernameRules.normalized(text)
        return try await database.read { try AccountRecord.name(forSignIn: name, in: $0) } ?? name
    }

    /// Proves who somebody is, and begins a family of tokens. Throws `invalidCredentials`, after the same work
    /// whatever the reason, `rateLimited` when this address has failed too often for this name, or `overloaded`.
    public func login(
        username: String, password: String, remoteAddress: String, event: @escaping EventBuilder
    ) async throws -> TokenPair {
        let name = UsernameRules.normalized(username)
        let (record, replacement) = try await throttled(name: name, remoteAddress: remoteAddress) {
            try await self.verifiedRecord(username: name, password: password)
        }
        let secret = RefreshSecret()
        let family = TokenFamilyRecord(
            id: RandomBytes.token(bytes: 16), accountID: record.id ?? 0,
            expiresAt: clock.seconds() + familySeconds, keyID: keyRing.currentID)
        let now = clock.seconds()
        let account = try await database.write { database in
            // The account may have changed while the password was being checked.
            guard let present = try AccountRecord.find(id: family.accountID, in: database), !present.isDisabled,
                present.passwordVersion == record.passwordVersion
            else { throw AccountError.invalidCredentials }
            // Another login may have replaced the hash meanwhile: one of the two is as good as the other.
            if let replacement {
                var upgraded = present
                upgraded.passwordHash = replacement
                try upgraded.update(database)
            }
            try TokenFamilyRecord.endExpired(at: now, in: database)
            try family.insert(in: database)
            try RefreshTokenRecord(hash: secret.hash, familyID: family.id, serial: 0).insert(in: database)
            let account = Account(present)
            return (account, [event(account)])
        }
        return try await tokenPair(for: account, familyID: family.id, serial: 0, secret: secret)
    }

    /// Rotates: the refresh token is spent and a new pair comes back. A token that is used a second time ends its family
    /// with all its tokens, those of the first use too: one of the two users stole it, and nobody can say which. But for
    /// tabs of one client that renew at the same moment: the same token from the same address, within ten seconds and
    /// while what it gave is not used, gives another pair. Throws `tokenInvalid`, `tokenExpired`, or `rateLimited` when
    /// this address has sent too many that nobody knows.
    public func refresh(
        _ refreshToken: String, remoteAddress: String, event: @escaping EventBuilder
    ) async throws -> TokenPair {
        let secret = RefreshSecret()
        try await checkIsKnown(refreshToken, remoteAddress: remoteAddress)
        let request = Rotation.Request(
            refreshToken, newHash: secret.hash, remoteAddress: remoteAddress, at: clock.seconds(), keyRing: keyRing,
            familySeconds: familySeconds)
        let outcome: Rotation = try await database.write { database in
            let outcome = try Rotation.perform(request, in: database)
            guard case .rotated(let account, _, _) = outcome else { return (outcome, []) }
            return (outcome, [event(account)])
        }
        switch outcome {
        case .rotated(let account, let familyID, let serial):
            return try await tokenPair(for: account, familyID: familyID, serial: serial, secret: secret)
        case .reused(let accountID):
            verified.removeAll(of: accountID)
            throw AccountError.tokenInvalid
        case .expired: throw AccountError.tokenExpired
        case .unknown: throw AccountError.tokenInvalid
        }
    }

    /// A token that was never given, or whose session has ended long ago, costs no transaction. One that is known is let
    /// in however many others have failed: nobody guesses 256 bits.
    private func checkIsKnown(_ refreshToken: String, remoteAddress: String) async throws {
        let hash = TokenHash.of(refreshToken)
        let isKnown = try await database.read { try RefreshTokenRecord.find(hash: hash, in: $0) != nil }
        if isKnown { return }
        if let seconds = throttle.take(from: RemoteAddress(remoteAddress)) {
            throw AccountError.rateLimited(retryAfter: seconds)
        }
        throw AccountError.tokenInvalid
    }

    /// Whose session a refresh token belongs or has belonged to, for the record of what became of it; nil where nobody
    /// knows.
    public func owner(ofRefreshToken refreshToken: String) async -> String? {
        let hash = TokenHash.of(refreshToken)
        return try? await database.read { database in
            guard let token = try RefreshTokenRecord.find(hash: hash, in: database),
                let family = try TokenFamilyRecord.find(id: token.familyID, in: database)
            else { return nil }
            return try AccountRecord.find(id: family.accountID, in: database)?.username
        }
    }

    /// Ends the sessions of an account. Throws `notFound`.
    public func signOut(username: String, event: @escaping EventBuilder) async throws -> Account {
        try await change(username, event: event) { record, database in
            guard let id = record.id else { return }
            try TokenFamilyRecord.endAll(of: id, in: database)
        }
    }

    /// Ends the sessions of everybody.
    public func signOutEverybody(event: @escaping @Sendable () -> Event) async throws {
        defer { verified.removeAll() }
        try await database.write { database in
            try TokenFamilyRecord.endAll(in: database)
            return ((), [event()])
        }
    }

    /// Lets sessions that an older version has begun rest on the present key. To be called by the service alone: a
    /// command may have been started without the key.
    public func bindOldSessions() async throws {
        guard try await database.read(TokenFamilyRecord.areOldThere) else { return }
        let keyID = keyRing.currentID
        try await database.write { database in
            try TokenFamilyRecord.bindOld(to: keyID, in: database)
            return ((), [])
        }
    }

    /// Ends the token and its family.
    public func logout(_ principal: Principal, event: @escaping EventBuilder) async throws {
        defer { verified.removeAll(of: principal.userID) }
        try await database.write { database in
            guard let record = try AccountRecord.find(id: principal.userID, in: database) else {
                throw AccountError.tokenInvalid
            }
            try TokenFamilyRecord.end(id: principal.familyID, in: database)
            return ((), [event(Account(record))])
        }
    }

    private func verifiedRecord(
        username: String, password: String
    ) async throws -> (AccountRecord, replacement: String?) {
        let record = try await database.read { try AccountRecord.find(username: username, in: $0) }
        let verdict = try await hasher.check(password, against: record?.passwordHash)
        guard let record, verdict.isRight, !record.isDisabled else { throw AccountError.invalidCredentials }
        return (record, verdict.replacement)
    }

    /// Counts the attempt before it is made, so that many at once count too, and takes it back unless it was wrong.
    func throttled<Result>(
        name: String, remoteAddress: String, _ attempt: () async throws -> Result
    ) async throws -> Result {
        let remote = RemoteAddress(remoteAddress)
        if let seconds = throttle.take(name, from: remote) {
            throw AccountError.rateLimited(retryAfter: seconds)
        }
        do {
            let result = try await attempt()
            throttle.giveBack(name, from: remote)
            return result
        } catch let error as AccountError where error == .invalidCredentials || error == .wrongCurrentPassword {
            throw error
        } catch {
            throttle.giveBack(name, from: remote)
            throw error
        }
    }

    private func tokenPair(
        for account: Account, familyID: String, serial: Int64, secret: RefreshSecret
    ) async throws -> TokenPair {
        let now = clock.seconds()
        let claims = TokenClaims(
            username: account.username, role: account.role, issuedAt: now, expiresAt: now + accessTokenSeconds,
            tokenID: TokenID.make(family: familyID, serial: serial))
        return TokenPair(
            accessToken: try await accessTokens.sign(claims), expiresIn: Int(accessTokenSeconds),
            refreshToken: secret.token, account: account)
    }
}
