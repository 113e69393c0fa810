import Accounts
import Testing

@Suite struct RefreshTests {
    private func refresh(_ service: TestService, _ token: String) async throws -> TokenPair {
        try await service.accounts.refresh(token, event: event("refresh"))
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
        #expect(try await refusal { try await refresh(service, first.refreshToken) } == .tokenInvalid)
        #expect(service.accounts.cachedPrincipal(bearer: second.accessToken) == nil)
        #expect(try await !isAccepted(service, first.accessToken))
        #expect(try await !isAccepted(service, second.accessToken))
        #expect(try await refusal { try await refresh(service, second.refreshToken) } == .tokenInvalid)
        #expect(try await isAccepted(service, other.accessToken))
        _ = try await refresh(service, other.refreshToken)
    }

    @Test func simultaneousUsesHaveOneWinnerWhoseFamilyEnds() async throws {
        let service = try await TestService()
        try await service.register("alice")
        for _ in 0..<5 {
            let tokens = try await service.login("alice")
            let outcomes = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { try? await refresh(service, tokens.refreshToken) }
                }
                return try await group.reduce(into: [TokenPair]()) { $0 += $1.map { [$0] } ?? [] }
            }
            #expect(outcomes.count == 1)
            for winner in outcomes {
                #expect(try await !isAccepted(service, winner.accessToken))
                #expect(try await refusal { try await refresh(service, winner.refreshToken) } == .tokenInvalid)
            }
        }
        #expect(try await service.count(of: "token_families") == 0)
        #expect(try await service.count(of: "refresh_tokens") == 0)
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
