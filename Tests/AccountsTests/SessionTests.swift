import Accounts
import Testing

/// When access tokens stop being good.
@Suite struct SessionTests {
    private func outcome(_ service: TestService, _ token: String) async throws -> AccountError? {
        try await refusal { try await service.accounts.authenticate(bearer: token) }
    }

    @Test func verifiedTokenIsKnownAtOnce() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let token = try await service.login("alice").accessToken
        #expect(service.accounts.cachedPrincipal(bearer: token) == nil)
        let principal = try await service.accounts.authenticate(bearer: token)
        #expect(service.accounts.cachedPrincipal(bearer: token) == principal)
        #expect(service.accounts.cachedPrincipal(bearer: "Bearer \(token)".dropFirst(7)) == principal)
        #expect(service.accounts.cachedPrincipal(bearer: String(token.dropFirst())) == nil)
        #expect(service.accounts.cachedPrincipal(bearer: "A" + token.dropFirst()) == nil)
        #expect(service.accounts.cachedPrincipal(bearer: "") == nil)
        for header in ["Bearer \(token)", "bearer \(token)", "BEARER \(token)", "Bearer   \(token)"] {
            #expect(service.accounts.cachedPrincipal(authorization: header) == principal)
        }
        for header in ["", "Bearer", "Bearer ", token, "Basic  \(token)", "Bearer\t\(token)", "Bearer \(token) "] {
            #expect(service.accounts.cachedPrincipal(authorization: header) == nil)
        }
    }

    @Test func tokenExpires() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let token = try await service.login("alice").accessToken
        #expect(try await outcome(service, token) == nil)
        service.clock.advance(by: 1799)
        #expect(service.accounts.cachedPrincipal(bearer: token) != nil)
        service.clock.advance(by: 1)
        #expect(service.accounts.cachedPrincipal(bearer: token) == nil)
        #expect(try await outcome(service, token) == .tokenExpired)
        #expect(AccountError.tokenExpired.message == "Token expired")
    }

    @Test func tokenFromTheFutureIsRefusedUntilThen() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let token = try await service.login("alice").accessToken
        // A clock that is set back a little ends no session.
        service.clock.advance(by: -60)
        #expect(try await outcome(service, token) == nil)
        #expect(service.accounts.cachedPrincipal(bearer: token) != nil)
        service.clock.advance(by: -1)
        #expect(service.accounts.cachedPrincipal(bearer: token) == nil)
        #expect(try await outcome(service, token) == .tokenInvalid)
        service.clock.advance(by: 61)
        #expect(try await outcome(service, token) == nil)
    }

    @Test func logoutEndsTheFamilyAndOnlyIt() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let other = try await service.login("alice")
        let first = try await service.login("alice")
        let second = try await service.accounts.refresh(first.refreshToken, remoteAddress: "", event: event("refresh"))
        #expect(try await outcome(service, first.accessToken) == nil)
        let principal = try await service.accounts.authenticate(bearer: second.accessToken)
        try await service.accounts.logout(principal, event: event("logout"))
        #expect(service.accounts.cachedPrincipal(bearer: first.accessToken) == nil)
        #expect(try await outcome(service, first.accessToken) == .tokenInvalid)
        #expect(try await outcome(service, second.accessToken) == .tokenInvalid)
        #expect(
            try await refusal {
                try await service.accounts.refresh(second.refreshToken, remoteAddress: "", event: event("refresh"))
            }
                == .tokenInvalid)
        #expect(try await outcome(service, other.accessToken) == nil)
        #expect(try await service.journal().last == "logout alice")
    }

    @Test func signingOutEndsEverySessionOfOneAndOfAll() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("bob")
        let (first, second) = (try await service.login("alice"), try await service.login("alice"))
        let bob = try await service.login("bob")
        for pair in [first, second, bob] { #expect(try await outcome(service, pair.accessToken) == nil) }
        _ = try await service.accounts.signOut(username: "alice", event: event("sign_out"))
        for pair in [first, second] {
            #expect(service.accounts.cachedPrincipal(bearer: pair.accessToken) == nil)
            #expect(try await outcome(service, pair.accessToken) == .tokenInvalid)
            #expect(
                try await refusal {
                    try await service.accounts.refresh(
                        pair.refreshToken, remoteAddress: "", event: event("refresh"))
                } == .tokenInvalid)
        }
        #expect(try await outcome(service, bob.accessToken) == nil)
        #expect(
            try await refusal { try await service.accounts.signOut(username: "eve", event: event("sign_out")) }
                == .notFound)
        let account = try await service.accounts.account(named: "bob")
        try await service.accounts.signOutEverybody { event("sign_out")(account) }
        #expect(service.accounts.cachedPrincipal(bearer: bob.accessToken) == nil)
        #expect(try await outcome(service, bob.accessToken) == .tokenInvalid)
        _ = try await service.login("alice")
    }

    @Test func newRoleHoldsInRunningSessions() async throws {
        let service = try await TestService()
        try await service.register("root", role: .admin)
        try await service.register("alice")
        let token = try await service.login("alice").accessToken
        #expect(try await service.accounts.authenticate(bearer: token).role == .user)
        _ = try await service.accounts.update(username: "alice", role: .admin, event: event("role"))
        #expect(service.accounts.cachedPrincipal(bearer: token) == nil)
        #expect(try await service.accounts.authenticate(bearer: token).role == .admin)
        _ = try await service.accounts.update(username: "alice", role: .user, event: event("role"))
        #expect(try await service.accounts.authenticate(bearer: token).role == .user)
    }

    @Test func disabledAccountHasNoSessions() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let tokens = try await service.login("alice")
        #expect(try await outcome(service, tokens.accessToken) == nil)
        _ = try await service.accounts.update(username: "alice", disabled: true, event: event("disable"))
        #expect(service.accounts.cachedPrincipal(bearer: tokens.accessToken) == nil)
        #expect(try await outcome(service, tokens.accessToken) == .tokenInvalid)
        #expect(try await refusal { try await service.login("alice") } == .invalidCredentials)
        _ = try await service.accounts.update(username: "alice", disabled: false, event: event("enable"))
        #expect(try await outcome(service, tokens.accessToken) == .tokenInvalid)
        #expect(
            try await refusal {
                try await service.accounts.refresh(tokens.refreshToken, remoteAddress: "", event: event("refresh"))
            }
                == .tokenInvalid)
        _ = try await service.login("alice")
    }

    @Test func deletedAccountHasNoSessions() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let tokens = try await service.login("alice")
        let principal = try await service.accounts.authenticate(bearer: tokens.accessToken)
        _ = try await service.accounts.delete(username: "alice", event: event("delete"))
        #expect(service.accounts.cachedPrincipal(bearer: tokens.accessToken) == nil)
        #expect(try await outcome(service, tokens.accessToken) == .tokenInvalid)
        #expect(
            try await refusal { try await service.accounts.logout(principal, event: event("logout")) } == .tokenInvalid)
        #expect(try await service.count(of: "token_families") == 0)
        #expect(try await service.count(of: "refresh_tokens") == 0)
    }

    @Test func sessionsOfOthersGoOn() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("bob")
        let token = try await service.login("bob").accessToken
        #expect(try await outcome(service, token) == nil)
        _ = try await service.accounts.update(username: "alice", disabled: true, event: event("disable"))
        #expect(service.accounts.cachedPrincipal(bearer: token) != nil)
    }

    @Test func noTokenOutlivesItsLogout() async throws {
        let service = try await TestService()
        try await service.register("alice")
        for _ in 0..<10 {
            let token = try await service.login("alice").accessToken
            let principal = try await service.accounts.authenticate(bearer: token)
            // So that looking up and ending run against each other.
            _ = try await service.accounts.update(username: "alice", role: .user, event: event("role"))
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { _ = try await outcome(service, token) }
                }
                group.addTask { try await service.accounts.logout(principal, event: event("logout")) }
                try await group.waitForAll()
            }
            #expect(service.accounts.cachedPrincipal(bearer: token) == nil)
            #expect(try await outcome(service, token) == .tokenInvalid)
        }
    }

    @Test func passwordChangeDuringALoginWins() async throws {
        let service = try await TestService()
        try await service.register("root", role: .admin)
        try await service.register("alice")
        let root = try await service.principal("root")
        for round in 0..<10 {
            let old = round == 0 ? TestService.password : "password of round \(round - 1)"
            async let login = try? service.login("alice", old)
            async let reset = service.accounts.resetPassword(
                PasswordReset(username: "alice", newPassword: "password of round \(round)"), by: root,
                remoteAddress: "", event: event("reset"))
            _ = try await reset
            if let tokens = await login {
                #expect(try await outcome(service, tokens.accessToken) == .tokenInvalid)
            }
        }
    }
}
