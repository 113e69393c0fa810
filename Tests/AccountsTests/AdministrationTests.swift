import Accounts
import Synchronization
import Testing

@Suite struct AdministrationTests {
    @Test func accountsAreListedByNameInPages() async throws {
        let service = try await TestService()
        for name in ["carol", "alice", "bob"] {
            try await service.register(name)
        }
        #expect(try await service.accounts.accounts().map(\.username) == ["alice", "bob", "carol"])
        #expect(try await service.accounts.accounts(limit: 2).map(\.username) == ["alice", "bob"])
        #expect(try await service.accounts.accounts(after: "bob", limit: 2).map(\.username) == ["carol"])
    }

    @Test func changesAndTheirEventsAreWrittenTogether() async throws {
        let service = try await TestService()
        try await service.register("root", role: .admin)
        try await service.register("alice")
        let changed = try await service.accounts.update(
            username: "alice", role: .admin, disabled: true, event: event("change"))
        #expect(changed.role == .admin)
        #expect(changed.isDisabled)
        #expect(try await service.accounts.account(named: "alice") == changed)
        _ = try await service.accounts.delete(username: "alice", event: event("delete"))
        #expect(try await refusal { try await service.accounts.account(named: "alice") } == .notFound)
        #expect(
            try await service.journal() == ["register root", "register alice", "change alice", "delete alice"])
    }

    @Test func unknownNameIsNotFound() async throws {
        let service = try await TestService()
        #expect(
            try await refusal { try await service.accounts.update(username: "x", role: .user, event: event("role")) }
                == .notFound)
        #expect(
            try await refusal { try await service.accounts.delete(username: "x", event: event("delete")) }
                == .notFound)
    }

    @Test func lastEnabledAdministratorStays() async throws {
        let service = try await TestService()
        try await service.register("root", role: .admin)
        try await service.register("spare", role: .admin)
        _ = try await service.accounts.update(username: "spare", disabled: true, event: event("disable"))
        let attempts: [AccountError?] = [
            try await refusal {
                try await service.accounts.update(username: "root", role: .user, event: event("role"))
            },
            try await refusal {
                try await service.accounts.update(username: "root", disabled: true, event: event("disable"))
            },
            try await refusal { try await service.accounts.delete(username: "root", event: event("delete")) },
        ]
        #expect(attempts.allSatisfy { $0 == .lastAdministrator })
        #expect(AccountError.lastAdministrator.status == 409)
        _ = try await service.login("root")
        // What changes nothing for administration goes through.
        _ = try await service.accounts.update(username: "root", role: .admin, disabled: false, event: event("same"))
        _ = try await service.accounts.delete(username: "spare", event: event("delete"))
    }

    @Test func twoAdministratorsCannotDemoteEachOtherAtOnce() async throws {
        let service = try await TestService()
        let names = ["one", "two", "three", "four"]
        for name in names {
            try await service.register(name, role: .admin)
        }
        await withTaskGroup { group in
            for name in names {
                group.addTask {
                    _ = try? await service.accounts.update(username: name, role: .user, event: event("role"))
                }
            }
        }
        #expect(try await service.accounts.accounts().count { $0.role == .admin } == 1)
    }

    @Test func nameOfADeletedAccountIsNotGivenAgain() async throws {
        let service = try await TestService()
        try await service.register("alice", email: "alice@example.org")
        _ = try await service.accounts.delete(username: "alice", event: event("delete"))
        #expect(try await refusal { try await service.register("alice") } == .usernameTaken)
        try await service.register("alice2", email: "alice@example.org")
    }

    @Test func administratorOfTheSettingsIsMadeOnce() async throws {
        let service = try await TestService()
        let made = try await service.accounts.ensureAdministrator(
            username: "root", password: TestService.password, event: event("register"))
        #expect(made?.role == .admin)
        let again = try await service.accounts.ensureAdministrator(
            username: "root", password: "x", event: event("register"))
        #expect(again == nil)
        _ = try await service.login("root")
        let weak = try await refusal {
            try await service.accounts.ensureAdministrator(
                username: "boss", password: "password", event: event("register"))
        }
        #expect(weak?.code == "password_common")
        #expect(try await service.journal() == ["register root", "login root"])
    }

    @Test func noAdministratorIsMadeWhosePasswordNobodyHas() async throws {
        let service = try await TestService()
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await service.accounts.bootstrapAdministrator(keep: { _ in throw Full() }, event: event("register"))
        }
        #expect(try await service.accounts.accounts().isEmpty)
    }

    @Test func firstAdministratorGetsARandomPassword() async throws {
        let service = try await TestService()
        let kept = Mutex<[String]>([])
        func bootstrap() async throws -> Account? {
            try await service.accounts.bootstrapAdministrator(
                keep: { password in kept.withLock { $0.append(password) } }, event: event("register"))
        }
        let first = try #require(try await bootstrap())
        #expect(first.username == "admin")
        #expect(first.role == .admin)
        #expect(try await bootstrap() == nil)
        let passwords = kept.withLock { $0 }
        #expect(passwords.map(\.utf8.count) == [24])
        _ = try await service.login("admin", passwords[0])
        #expect(try await service.journal() == ["register admin", "login admin"])
    }
}
