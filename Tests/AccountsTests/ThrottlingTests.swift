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

    @Test func failuresAreCountedForAnAddressOverAllNames() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 10, loginRateLimitPerAddress: 20)
        try await service.register("alice")
        for index in 0..<20 {
            #expect(try await attempt(service, "name\(index)") == .invalidCredentials)
        }
        #expect(try await attempt(service, "another") == .rateLimited(retryAfter: 15))
        #expect(try await attempt(service, "alice", TestService.password) == .rateLimited(retryAfter: 15))
        #expect(try await attempt(service, "alice", TestService.password, from: "192.0.2.2") == nil)
        service.clock.advance(by: 15)
        #expect(try await attempt(service, "alice", TestService.password) == nil)
    }

    @Test func whatTheLimitForANameTurnsAwayDoesNotCountForTheAddress() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 2, loginRateLimitPerAddress: 4)
        for _ in 0..<10 { _ = try await attempt(service, "alice") }
        #expect(try await attempt(service, "bob") == .invalidCredentials)
        #expect(try await attempt(service, "bob") == .invalidCredentials)
        #expect(try await attempt(service, "carol") == .rateLimited(retryAfter: 75))
    }

    @Test func theNetworkOfAnIPv6CustomerIsOneAddress() async throws {
        let service = try await TestService(loginRateLimitPerAddress: 2)
        for host in 1...2 {
            #expect(try await attempt(service, "a\(host)", from: "2001:db8:0:7:\(host)::1") == .invalidCredentials)
        }
        #expect(try await attempt(service, "b", from: "2001:db8:0:7::ffff")?.status == 429)
        #expect(try await attempt(service, "b", from: "2001:db8:0:8::1") == .invalidCredentials)
    }

    @Test(arguments: ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
    func theMachineItselfIsExemptUnlessProxiesAreDeclared(address: String) async throws {
        let service = try await TestService(loginRateLimitPerAddress: 1)
        for index in 0..<3 {
            #expect(try await attempt(service, "a\(index)", from: address) == .invalidCredentials)
        }
        let declared = try await TestService(loginRateLimitPerAddress: 1, exemptsLoopback: false)
        #expect(try await attempt(declared, "a", from: address) == .invalidCredentials)
        #expect(try await attempt(declared, "b", from: address)?.status == 429)
    }

    @Test func refreshTokensThatNobodyKnowsAreFailuresOfTheAddress() async throws {
        let service = try await TestService(loginRateLimitPerAddress: 3)
        try await service.register("alice")
        let pair = try await service.login("alice")
        func refresh(_ token: String) async throws -> AccountError? {
            try await refusal {
                try await service.accounts.refresh(token, remoteAddress: "192.0.2.1", event: event("refresh"))
            }
        }
        for index in 0..<3 { #expect(try await refresh("made up \(index)") == .tokenInvalid) }
        #expect(try await refresh("made up") == .rateLimited(retryAfter: 100))
        // Who has one is not kept out by who has none.
        #expect(try await refresh(pair.refreshToken) == nil)
    }
}
