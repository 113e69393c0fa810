import Accounts
import Testing

@Suite struct RegistrationTests {
    private func register(
        _ service: TestService, _ username: String, email: String? = nil, password: String = TestService.password,
        confirm: String? = nil
    ) async throws -> Account {
        try await service.accounts.register(
            Registration(username: username, email: email, password: password, confirmPassword: confirm),
            event: event("register"))
    }

    @Test func accountAndEventAreWrittenTogether() async throws {
        let service = try await TestService()
        let account = try await register(service, "alice", email: "alice@example.org", confirm: TestService.password)
        #expect(
            account
                == Account(
                    id: 1, username: "alice", email: "alice@example.org", role: .user, isDisabled: false,
                    createdAt: service.clock.now))
        #expect(try await service.journal() == ["register alice"])
        #expect(try await service.accounts.account(named: "alice") == account)
    }

    @Test func passwordIsKeptAsArgon2id() async throws {
        let service = try await TestService()
        _ = try await register(service, "alice")
        let hash = try #require(try await service.passwordHash(of: "alice"))
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    }

    @Test func nameAndEmailAreUnique() async throws {
        let service = try await TestService()
        _ = try await register(service, "alice", email: "Alice@Example.org")
        #expect(try await refusal { try await register(service, "alice") } == .usernameTaken)
        #expect(try await refusal { try await register(service, "bob", email: "aLICE@example.ORG") } == .emailTaken)
        #expect(AccountError.usernameTaken.message == "Username already exists")
        #expect(AccountError.emailTaken.message == "Email already registered")
        #expect(try await service.journal() == ["register alice"])
    }

    @Test func twoSpellingsOfANameAreOneName() async throws {
        let service = try await TestService()
        _ = try await register(service, "ren\u{e9}")
        #expect(try await refusal { try await register(service, "rene\u{301}") } == .usernameTaken)
        _ = try await service.login("rene\u{301}")
    }

    @Test func emptyEmailIsNone() async throws {
        let service = try await TestService()
        #expect(try await register(service, "alice", email: "").email == nil)
        #expect(try await register(service, "bob", email: "").email == nil)
    }

    @Test func oneOfManyAtOnceGetsTheName() async throws {
        let service = try await TestService()
        let outcomes = try await withThrowingTaskGroup { group in
            for _ in 0..<12 {
                group.addTask {
                    try await refusal {
                        try await service.accounts.register(
                            Registration(username: "alice", password: TestService.password), event: event("register"))
                    }
                }
            }
            return try await group.reduce(into: [AccountError?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == .usernameTaken } == 11)
        #expect(try await service.journal() == ["register alice"])
    }

    @Test(arguments: [
        ("", "string_too_short"), (String(repeating: "x", count: 65), "string_too_long"),
        ("a\0b", "username_characters"), ("a\nb", "username_characters"), ("a\u{202e}b", "username_characters"),
        ("a\u{200b}", "username_characters"), (" alice", "username_characters"), ("alice\u{a0}", "username_characters"),
        ("a/b", "username_characters"), ("..", "username_characters"), ("Anonymous", "username_reserved"),
        ("аnonymous", "username_reserved"), ("a\u{fe0f}", "username_characters"), ("a\u{34f}b", "username_characters"),
        ("a\u{2800}b", "username_characters"), ("\u{3164}", "username_characters"), ("\u{17b4}", "username_characters"),
        ("a\u{a0}b", "username_characters"), ("\u{301}a", "username_characters"),
        ("a\u{316}\u{317}\u{318}\u{319}\u{31c}", "username_characters"),
    ])
    func nameIsRefused(_ name: String, code: String) async throws {
        let service = try await TestService()
        let error = try #require(try await refusal { try await register(service, name) })
        #expect(error.status == 422)
        #expect(error.faults.map { [$0.field, $0.code, $0.input] } == [["username", code, name]])
    }

    @Test(arguments: [
        "a", "Alice B. Smith", "o'neil", "名前", "😀", "user@example.org", "a-b_c.d", String(repeating: "é", count: 64),
        "Владимир", "สุดารัตน์", "नरेन्द्र", "שָׁלוֹם", "Nguyễn Thị Ánh", "محمد",
    ])
    func nameIsAccepted(_ name: String) async throws {
        let service = try await TestService()
        #expect(try await register(service, name).username == name)
        #expect(try await service.principal(name).username == name)
    }

    @Test(arguments: [
        "alice", "@example.org", "alice@", "a@b@c", "a b@example.org", "a@example..org", "a\0@example.org",
        String(repeating: "x", count: 250) + "@a.org",
    ])
    func emailIsRefused(_ email: String) async throws {
        let service = try await TestService()
        let error = try #require(try await refusal { try await register(service, "alice", email: email) })
        #expect(error.faults.map(\.field) == ["email"])
        #expect(error.faults.map(\.code) == ["email_format"])
    }

    @Test(arguments: [
        ("short", "string_too_short"), (String(repeating: "é", count: 129), "string_too_long"),
        ("Password1", "password_common"), ("12345678", "password_common"), ("WILHELMINE", "password_is_username"),
        ("W@example.org", "password_is_email"), ("Password123!", "password_common"),
        ("P@ssw0rd2024", "password_common"),
        ("!!Summer2024", "password_common"), ("dragon-1987", "password_common"), ("aaaaaaaa", "password_common"),
        ("        ", "password_common"), ("\0\0\0\0\0\0\0\0", "password_common"), ("abcabcabcabc", "password_common"),
        ("qwertyuiop", "password_common"), ("1qaz2wsx3edc", "password_common"), ("abcd1234", "password_common"),
        ("9876543210", "password_common"), ("Wilhelmine1987", "password_is_username"),
        ("w1lhelm1ne!", "password_is_username"), (String(repeating: "é", count: 500_000), "string_too_long"),
    ])
    func passwordIsRefusedAndNotRepeated(_ password: String, code: String) async throws {
        let service = try await TestService()
        let error = try #require(
            try await refusal {
                try await register(service, "Wilhelmine", email: "w@example.org", password: password)
            })
        #expect(error.faults.map { [$0.field, $0.code, $0.input] } == [["password", code, nil]])
        #expect(!"\(error)".contains(password))
    }

    @Test(arguments: [
        "nul\0in the middle", "päßwörter", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\u{feff}\u{202e}\u{0}\u{10ffff}abcd",
        String(repeating: "😀🧮", count: 60) + "🦉🌍", "correct horse battery staple", "seven brave lemons", "xK9$mQ2w",
        "wilhelmine knits 3 socks", "the quick 123456789 fox", "summer rain on tin roofs", "4958 2716",
    ])
    func passwordMayBeAnyText(_ password: String) async throws {
        let service = try await TestService()
        _ = try await register(service, "alice", password: password, confirm: password)
        _ = try await service.login("alice", password)
        #expect(try await refusal { try await service.login("alice", password + "\0") } == .invalidCredentials)
        #expect(
            try await refusal { try await service.login("alice", String(password.dropLast())) } == .invalidCredentials)
    }

    @Test func passwordMayBeTypedOnAnotherKeyboard() async throws {
        let service = try await TestService()
        _ = try await register(service, "alice", password: "cafe\u{301} au lait")
        _ = try await service.login("alice", "caf\u{e9} au lait")
    }

    @Test func allFaultsAreToldAtOnce() async throws {
        let service = try await TestService()
        let error = try await refusal {
            try await register(service, "", email: "nowhere", password: "short", confirm: "other")
        }
        #expect(error?.faults.map(\.field) == ["username", "email", "password", "confirm_password"])
        #expect(error?.code == "string_too_short")
    }
}
