import Accounts
import Testing

@Suite struct ThrottlingTests {
    private func attempt(
        _ service: TestService, _ username: String, _ password: String = "a wrong password",
        from address: String = "192.0.2.1"
    ) async throws -> AccountError? {
        try await refusal {
            try await service.accounts.login(
                username: username, password: password, remoteAddress: address, event: event("login"))
        }
    }

    @Test func failuresAreCountedPerAddressAndName() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 10)
        try await service.register("alice")
        for _ in 0..<10 {
            #expect(try await attempt(service, "alice") == .invalidCredentials)
        }
        #expect(try await attempt(service, "alice") == .rateLimited(retryAfter: 6))
        // The right password is of no use to a guesser now; others are not kept out.
        #expect(try await attempt(service, "alice", TestService.password) == .rateLimited(retryAfter: 6))
        #expect(try await attempt(service, "alice", TestService.password, from: "192.0.2.2") == nil)
        #expect(try await attempt(service, "bob") == .invalidCredentials)
        service.clock.advance(by: 6)
        #expect(try await attempt(service, "alice", TestService.password) == nil)
    }

    @Test func namesThatNobodyHasAreThrottledToo() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 2)
        #expect(try await attempt(service, "nobody") == .invalidCredentials)
        #expect(try await attempt(service, "nobody") == .invalidCredentials)
        #expect(try await attempt(service, "nobody") == .rateLimited(retryAfter: 30))
        #expect(AccountError.rateLimited(retryAfter: 30).status == 429)
        #expect(AccountError.rateLimited(retryAfter: 30).retryAfter == 30)
    }

    @Test func successesAreNotCounted() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 2)
        try await service.register("alice")
        for _ in 0..<10 {
            #expect(try await attempt(service, "alice", TestService.password) == nil)
        }
    }

    @Test func manyAtOnceGetNoMoreGuesses() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 5)
        try await service.register("alice")
        let outcomes = try await withThrowingTaskGroup { group in
            for _ in 0..<40 {
                group.addTask { try await attempt(service, "alice") }
            }
            return try await group.reduce(into: [AccountError?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .invalidCredentials } == 5)
        #expect(outcomes.count { $0?.status == 429 } == 35)
    }

    @Test func zeroIsNoLimit() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 0)
        for _ in 0..<100 {
            #expect(try await attempt(service, "nobody") == .invalidCredentials)
        }
    }
}
