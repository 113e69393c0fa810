import Accounts
import GRDB
import Store
import Testing

@Suite struct SimilarNameTests {
    private func register(_ service: TestService, _ username: String, email: String? = nil) async throws -> Account {
        try await service.accounts.register(
            Registration(username: username, email: email, password: TestService.password), event: event("register"))
    }

    @Test(arguments: [("root", "Root"), ("root", "rооt"), ("rооt", "ROOT"), ("Straße", "STRASSE"), ("ｒｏｏｔ", "root")])
    func aNameThatIsEasilyTakenForAnotherIsTaken(_ present: String, _ wanted: String) async throws {
        let service = try await TestService()
        _ = try await register(service, present)
        #expect(try await refusal { try await register(service, wanted) } == .usernameTaken)
        #expect(try await service.journal() == ["register \(present)"])
        _ = try await service.login(present)
        #expect(try await refusal { try await service.login(wanted) } == .invalidCredentials)
    }

    @Test func theNameOfADeletedAccountKeepsAwayWhatLooksLikeIt() async throws {
        let service = try await TestService()
        _ = try await register(service, "root")
        _ = try await service.accounts.delete(username: "root", event: event("delete"))
        #expect(try await refusal { try await register(service, "Root") } == .usernameTaken)
    }

    @Test func namesInASCIIThatAnybodyCanTellApartAreTwo() async throws {
        let service = try await TestService()
        for name in ["user1", "userl", "modern", "modem"] { _ = try await register(service, name) }
        // It looks like both of the last.
        #expect(try await refusal { try await register(service, "mоdem") } == .usernameTaken)
    }

    @Test func oneOfManyAtOnceGetsTheLook() async throws {
        let service = try await TestService()
        let names = ["root", "Root", "ROOT", "rооt", "rооT", "ｒoot", "rOOt"]
        let outcomes = try await withThrowingTaskGroup { group in
            for name in names { group.addTask { try await refusal { try await register(service, name) } } }
            return try await group.reduce(into: [AccountError?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(try await service.count(of: "accounts") == 1)
    }

    /// Without the question that is asked first: the table itself refuses.
    @Test func theDatabaseKeepsThemApart() async throws {
        let service = try await TestService()
        _ = try await register(service, "root")
        await #expect(throws: (any Error).self) {
            try await service.database.write { database in
                try database.execute(
                    sql: "INSERT INTO name_looks (look, username, exclusive) VALUES ('=root', 'Root', 1)")
                return ((), [])
            }
        }
        #expect(
            try await service.database.read { try String.fetchAll($0, sql: "SELECT username FROM name_looks") }
                .allSatisfy { $0 == "root" })
    }

    @Test func namesOfAnotherServiceThatLookAlikeAreTakenOverAndSignIn() async throws {
        let service = try await TestService()
        for name in ["root", "Root", "a\u{2800}b"] {
            let account = AdoptedAccount(
                username: name, email: nil, passwordHash: "$2b$04$" + LegacyHash.salt + LegacyHash.ofLegacySecret,
                role: .user, isDisabled: false, createdAt: nil)
            #expect(try await service.accounts.adopt(account, event: event("register")) == nil)
            _ = try await service.login(name, "legacy secret")
        }
        #expect(try await refusal { try await register(service, "ROOT") } == .usernameTaken)
    }

    @Test func anAddressSignsItsOwnerIn() async throws {
        let service = try await TestService()
        _ = try await register(service, "alice", email: "Alice@Example.org")
        #expect(try await service.accounts.name(forSignIn: "alice") == "alice")
        #expect(try await service.accounts.name(forSignIn: "aLICE@example.ORG") == "alice")
        #expect(try await service.accounts.name(forSignIn: "bob@example.org") == "bob@example.org")
    }

    @Test func nobodysNameIsAnothersAddress() async throws {
        let service = try await TestService()
        _ = try await register(service, "alice", email: "alice@example.org")
        #expect(try await refusal { try await register(service, "Alice@example.org") } == .usernameTaken)
        _ = try await register(service, "bob@example.org", email: "bob@example.org")
        #expect(try await refusal { try await register(service, "eve", email: "Bob@example.org") } == .emailTaken)
        #expect(try await service.accounts.name(forSignIn: "bob@example.org") == "bob@example.org")
    }
}
