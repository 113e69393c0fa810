import Accounts
import GRDB
import Store
import Testing

@Suite struct LoginTests {
    @Test func loginGivesTokensOfTheAccount() async throws {
        let service = try await TestService()
        let account = try await service.register("alice", role: .admin)
        let tokens = try await service.login("alice")
        #expect(tokens.expiresIn == 1800)
        #expect(tokens.account == account)
        #expect(tokens.refreshToken.utf8.count == 43)
        let principal = try await service.accounts.authenticate(bearer: tokens.accessToken)
        #expect(principal.userID == account.id)
        #expect(principal.username == "alice")
        #expect(principal.role == .admin)
        #expect(principal.expiresAt == service.clock.now + 1800)
        #expect(principal.tokenID.hasSuffix(".0"))
        #expect(try await service.journal() == ["register alice", "login alice"])
    }

    @Test func allRefusalsLookTheSame() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("gone")
        _ = try await service.accounts.update(username: "gone", disabled: true, event: event("disable"))
        let refusals = [
            try await refusal { try await service.login("alice", "a wrong password") },
            try await refusal { try await service.login("nobody") },
            try await refusal { try await service.login("gone") },
            try await refusal { try await service.login("", "") },
            try await refusal { try await service.login("a\0b", "\0") },
            try await refusal { try await service.login("Alice") },
            try await refusal { try await service.login("alice", String(repeating: "é", count: 500_000)) },
        ]
        #expect(refusals.allSatisfy { $0 == .invalidCredentials })
        #expect(AccountError.invalidCredentials.message == "Incorrect username or password")
        #expect(AccountError.invalidCredentials.status == 401)
    }

    @Test(arguments: ["2a", "2b", "2y"])
    func legacyHashVerifiesAndIsReplaced(_ variant: String) async throws {
        let service = try await TestService()
        try await insert(service, hash: "$\(variant)$04$" + LegacyHash.salt + LegacyHash.ofLegacySecret)
        #expect(try await refusal { try await service.login("old", "legacy secreT") } == .invalidCredentials)
        #expect(try await service.passwordHash(of: "old")?.hasPrefix("$2") == true)
        _ = try await service.login("old", "legacy secret")
        #expect(try await service.passwordHash(of: "old")?.hasPrefix("$argon2id$") == true)
        _ = try await service.login("old", "legacy secret")
    }

    @Test func legacyHashReadsSeventyTwoBytes() async throws {
        let service = try await TestService()
        try await insert(service, hash: "$2b$04$" + LegacyHash.salt + LegacyHash.ofEightyLetters)
        #expect(
            try await refusal { try await service.login("old", String(repeating: "x", count: 71)) }
                == .invalidCredentials)
        _ = try await service.login("old", String(repeating: "x", count: 600))
        // From now on every character counts.
        #expect(
            try await refusal { try await service.login("old", String(repeating: "x", count: 80)) }
                == .invalidCredentials)
    }

    @Test func legacyHashMatchesNoPasswordWithNUL() async throws {
        let service = try await TestService()
        try await insert(service, hash: "$2b$04$" + LegacyHash.salt + LegacyHash.ofLegacySecret)
        #expect(try await refusal { try await service.login("old", "legacy secret\0") } == .invalidCredentials)
        #expect(try await refusal { try await service.login("old", "legacy secret\0more") } == .invalidCredentials)
    }

    @Test(arguments: [
        "", "!", "plain", "$2b$", "$2b$31$" + LegacyHash.salt + LegacyHash.ofLegacySecret,
        "$2b$xx$" + LegacyHash.salt + LegacyHash.ofLegacySecret,
        "$2x$04$" + LegacyHash.salt + LegacyHash.ofLegacySecret,
        "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=0,t=0,p=0$AAAAAAAAAAA$AAAA", "$argon2i$v=19$m=8,t=1,p=1$AA$AA",
    ])
    func brokenHashMatchesNothing(_ hash: String) async throws {
        let service = try await TestService()
        try await insert(service, hash: hash)
        #expect(try await refusal { try await service.login("old", "legacy secret") } == .invalidCredentials)
        #expect(try await refusal { try await service.login("old", "") } == .invalidCredentials)
    }

    @Test func hashWithOtherParametersIsReplaced() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let stronger = await AccountService(
            database: service.database, secretKey: TestService.secretKey,
            hashing: PasswordHashing(memoryKiB: 16, passes: 2, lanes: 1, threads: 1, queueLimit: 4))
        _ = try await stronger.login(
            username: "alice", password: TestService.password, remoteAddress: "", event: event("login"))
        #expect(try await service.passwordHash(of: "alice")?.hasPrefix("$argon2id$v=19$m=16,t=2,p=1$") == true)
    }

    @Test func simultaneousLoginsWithALegacyHashAllSucceed() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 10)
        try await insert(service, hash: "$2b$04$" + LegacyHash.salt + LegacyHash.ofLegacySecret)
        let refusals = try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { try await refusal { try await service.login("old", "legacy secret") } }
            }
            return try await group.reduce(into: [AccountError?]()) { $0.append($1) }
        }
        #expect(refusals == refusals.map { _ in nil })
        _ = try await service.login("old", "legacy secret")
    }

    /// Else the time would tell who has an account.
    @Test func nameThatNobodyHasCostsAHashToo() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let busy = await AccountService(
            database: service.database, secretKey: TestService.secretKey,
            hashing: PasswordHashing(memoryKiB: 8, passes: 1, lanes: 1, threads: 1, queueLimit: 0))
        for name in ["alice", "nobody", "", "a\0b"] {
            #expect(
                try await refusal {
                    try await busy.login(username: name, password: "x", remoteAddress: "", event: event("login"))
                } == .overloaded)
        }
    }

    @Test func standardHashIsOWASPs() async throws {
        let service = try await TestService(hashing: .standard(threads: 1))
        try await service.register("alice")
        #expect(try await service.passwordHash(of: "alice")?.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") == true)
        _ = try await service.login("alice")
    }

    private func insert(_ service: TestService, hash: String) async throws {
        try await service.database.write { database in
            var record = AccountRecord(
                username: "old", email: "old@example.org", passwordHash: hash, role: "user", createdAt: 0)
            try record.insert(database)
            return ((), [])
        }
    }
}
