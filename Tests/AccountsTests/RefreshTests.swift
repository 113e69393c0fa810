import Accounts
import Testing

@Suite struct RefreshTests {
    private func refresh(
        _ service: TestService, _ token: String, from address: String = "192.0.2.1"
    ) async throws -> TokenPair {
        try await service.accounts.refresh(token, remoteAddress: address, event: event("refresh"))
    }

    private func isAccepted(_ service: TestService, _ token: String) async throws -> Bool {
        try await refusal { try await service.accounts.authenticate(bearer: token) } == nil
    }

    @Test func rotationGivesANewPairOfTheSameFamily() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let first = try await service.login("alice")
        let second = try await refresh(service, first.refreshToken)
        let third = try await refresh(service, second.refreshToken)
        #expect(Set([first, second, third].map(\.refreshToken)).count == 3)
        let principals = [
            try await service.accounts.authenticate(bearer: first.accessToken),
            try await service.accounts.authenticate(bearer: second.accessToken),
            try await service.accounts.authenticate(bearer: third.accessToken),
        ]
        #expect(Set(principals.map { $0.tokenID.prefix { $0 != "." } }).count == 1)
        #expect(principals.map { $0.tokenID.split(separator: ".").last } == ["0", "1", "2"])
        #expect(try await service.journal() == ["register alice", "login alice", "refresh alice", "refresh alice"])
    }

    @Test func secondUseEndsTheFamilyAndOnlyIt() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let other = try await service.login("alice")
        let first = try await service.login("alice")
        let second = try await refresh(service, first.refreshToken)
        #expect(try await isAccepted(service, second.accessToken))
        service.clock.advance(by: 11)
        #expect(try await refusal { try await refresh(service, first.refreshToken) } == .tokenInvalid)
        #expect(service.accounts.cachedPrincipal(bearer: second.accessToken) == nil)
        #expect(try await !isAccepted(service, first.accessToken))
        #expect(try await !isAccepted(service, second.accessToken))
        #expect(try await refusal { try await refresh(service, second.refreshToken) } == .tokenInvalid)
        #expect(try await isAccepted(service, other.accessToken))
        _ = try await refresh(service, other.refreshToken)
    }

    @Test func tabsThatRenewAtTheSameMomentAreAllServed() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let tokens = try await service.login("alice")
        let pairs = try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { try await refresh(service, tokens.refreshToken) }
            }
            return try await group.reduce(into: [TokenPair]()) { $0.append($1) }
        }
        #expect(Set(pairs.map(\.refreshToken)).count == 8)
        let principals = try await withThrowingTaskGroup { group in
            for pair in pairs {
                group.addTask { try await service.accounts.authenticate(bearer: pair.accessToken) }
            }
            return try await group.reduce(into: [Principal]()) { $0.append($1) }
        }
        #expect(Set(principals.map(\.tokenID)).count == 8)
        // Each goes on by itself.
        for pair in pairs { _ = try await refresh(service, pair.refreshToken) }
        #expect(try await service.count(of: "token_families") == 1)
    }

    /// What a second use of a token comes to, after the first and whatever else has happened since.
    private func secondUse(
        from address: String = "192.0.2.1", since: (TestService, TokenPair) async throws -> Void
    ) async throws -> (AccountError?, families: Int?) {
        let service = try await TestService()
        try await service.register("alice")
        let first = try await service.login("alice")
        let second = try await refresh(service, first.refreshToken)
        try await since(service, second)
        let refused = try await refusal {
            _ = try await service.restarted().refresh(
                first.refreshToken, remoteAddress: address, event: event("refresh"))
        }
        return (refused, try await service.count(of: "token_families"))
    }

    @Test func secondUseWithinTenSecondsIsServedOverARestartToo() async throws {
        #expect(try await secondUse { service, _ in service.clock.advance(by: 10) } == (nil, 1))
    }

    @Test func secondUseLaterOrElsewhereOrAfterItsSuccessorEndsTheFamily() async throws {
        let ended: (AccountError?, Int?) = (.tokenInvalid, 0)
        #expect(try await secondUse { service, _ in service.clock.advance(by: 11) } == ended)
        #expect(try await secondUse { service, _ in service.clock.advance(by: -1) } == ended)
        #expect(try await secondUse(from: "192.0.2.2") { _, _ in } == ended)
        let after = try await secondUse { service, second in _ = try await refresh(service, second.refreshToken) }
        #expect(after == ended)
    }

    @Test func sessionBegunWhileTheClockWasAheadIsNotRenewed() async throws {
        let service = try await TestService()
        try await service.register("alice")
        service.clock.advance(by: 3600 * 24 * 365)
        let tokens = try await service.login("alice")
        service.clock.advance(by: -3600 * 24 * 365)
        #expect(try await refusal { try await refresh(service, tokens.refreshToken) } == .tokenInvalid)
        // The clock may have been right.
        service.clock.advance(by: 3600 * 24 * 365)
        _ = try await refresh(service, tokens.refreshToken)
    }

    @Test func loginEndsAfterThirtyDays() async throws {
        let service = try await TestService()
        try await service.register("alice")
        var tokens = try await service.login("alice")
        for _ in 0..<29 {
            service.clock.advance(by: 24 * 3600)
            tokens = try await refresh(service, tokens.refreshToken)
        }
        service.clock.advance(by: 24 * 3600)
        #expect(try await refusal { try await refresh(service, tokens.refreshToken) } == .tokenExpired)
        #expect(try await refusal { try await refresh(service, tokens.refreshToken) } == .tokenInvalid)
    }

    @Test func loginCleansUpExpiredFamilies() async throws {
        let service = try await TestService()
        try await service.register("alice")
        for _ in 0..<3 {
            _ = try await service.login("alice")
        }
        service.clock.advance(by: 31 * 24 * 3600)
        _ = try await service.login("alice")
        #expect(try await service.count(of: "token_families") == 1)
        #expect(try await service.count(of: "refresh_tokens") == 1)
    }

    @Test(arguments: ["", "x", "\0", "名前", String(repeating: "A", count: 43), String(repeating: "x", count: 100_000)])
    func madeUpTokenIsInvalid(_ token: String) async throws {
        let service = try await TestService()
        try await service.register("alice")
        let tokens = try await service.login("alice")
        #expect(try await refusal { try await refresh(service, token) } == .tokenInvalid)
        #expect(try await refusal { try await refresh(service, tokens.accessToken) } == .tokenInvalid)
        #expect(try await isAccepted(service, tokens.accessToken))
    }

    @Test func databaseHoldsNoToken() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let tokens = try await service.login("alice")
        #expect(try await service.dump().contains("alice"))
        #expect(try await !service.dump().contains(tokens.refreshToken))
        #expect(try await !service.dump().contains(tokens.accessToken))
        #expect(try await !service.dump().contains(TestService.password))
    }
}
