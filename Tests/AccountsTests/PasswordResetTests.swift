import Accounts
import Testing

@Suite struct PasswordResetTests {
    private static let newPassword = "another fine password"

    private func reset(
        _ service: TestService, _ username: String, by principal: Principal, new: String = newPassword,
        confirm: String? = nil, current: String? = nil
    ) async throws -> Account {
        try await service.accounts.resetPassword(
            PasswordReset(username: username, newPassword: new, confirmPassword: confirm, currentPassword: current),
            by: principal, remoteAddress: "192.0.2.1", event: event("reset"))
    }

    @Test func ownResetKeepsTheSessionThatAsked() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let other = try await service.login("alice")
        let mine = try await service.login("alice")
        let principal = try await service.accounts.authenticate(bearer: mine.accessToken)
        _ = try await service.accounts.authenticate(bearer: other.accessToken)
        _ = try await reset(
            service, "alice", by: principal, confirm: Self.newPassword, current: TestService.password)
        #expect(
            try await refusal { try await service.accounts.authenticate(bearer: other.accessToken) } == .tokenInvalid)
        #expect(
            try await refusal {
                try await service.accounts.refresh(other.refreshToken, remoteAddress: "", event: event("refresh"))
            }
                == .tokenInvalid)
        #expect(try await service.accounts.authenticate(bearer: mine.accessToken) == principal)
        _ = try await service.accounts.refresh(mine.refreshToken, remoteAddress: "", event: event("refresh"))
        #expect(try await refusal { try await service.login("alice") } == .invalidCredentials)
        _ = try await service.login("alice", Self.newPassword)
        #expect(try await service.journal().filter { $0.hasPrefix("reset") } == ["reset alice"])
    }

    @Test func administratorResetsAnybodysAndEndsAllSessions() async throws {
        let service = try await TestService()
        try await service.register("root", role: .admin)
        try await service.register("alice")
        let tokens = try await service.login("alice")
        _ = try await service.accounts.authenticate(bearer: tokens.accessToken)
        _ = try await reset(service, "alice", by: try await service.principal("root"))
        #expect(service.accounts.cachedPrincipal(bearer: tokens.accessToken) == nil)
        #expect(
            try await refusal { try await service.accounts.authenticate(bearer: tokens.accessToken) } == .tokenInvalid)
        _ = try await service.login("alice", Self.newPassword)
        #expect(
            try await refusal { try await reset(service, "nobody", by: try await service.principal("root")) }
                == .notFound)
    }

    @Test func othersAreForbiddenWhetherTheyExistOrNot() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("bob")
        let alice = try await service.principal("alice")
        for name in ["bob", "nobody", "Alice", ""] {
            #expect(
                try await refusal { try await reset(service, name, by: alice, current: TestService.password) }
                    == .notYourAccount)
        }
        _ = try await service.login("bob")
    }

    @Test func currentPasswordMustBeRight() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("root", role: .admin)
        let alice = try await service.principal("alice")
        #expect(
            try await refusal { try await reset(service, "alice", by: alice, current: "a wrong password") }
                == .wrongCurrentPassword)
        let missing = try await refusal { try await reset(service, "alice", by: alice) }
        #expect(missing?.status == 422)
        #expect(missing?.faults.map { [$0.field, $0.code] } == [["current_password", "missing"]])
        let root = try await service.principal("root")
        #expect(
            try await refusal { try await reset(service, "root", by: root, current: "a wrong password") }
                == .wrongCurrentPassword)
        _ = try await service.login("alice")
    }

    @Test func guessesOfTheCurrentPasswordAreThrottled() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 3)
        try await service.register("alice")
        let alice = try await service.principal("alice")
        for _ in 0..<3 {
            #expect(
                try await refusal { try await reset(service, "alice", by: alice, current: "a wrong password") }
                    == .wrongCurrentPassword)
        }
        #expect(
            try await refusal { try await reset(service, "alice", by: alice, current: TestService.password) }
                == .rateLimited(retryAfter: 20))
    }

    @Test func newPasswordFollowsTheRules() async throws {
        let service = try await TestService()
        try await service.register("alice", email: "alice@example.org")
        let alice = try await service.principal("alice")
        let error = try await refusal {
            try await reset(
                service, "alice", by: alice, new: "Alice@Example.org", confirm: "else", current: TestService.password)
        }
        #expect(
            error?.faults.map { [$0.field, $0.code, $0.input] }
                == [["new_password", "password_is_email", nil], ["confirm_password", "passwords_differ", nil]])
        _ = try await service.login("alice")
    }
}
