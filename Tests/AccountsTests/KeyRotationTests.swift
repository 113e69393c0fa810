import Accounts
import GRDB
import Store
import Testing

/// What becomes of sessions when the service is started with another secret key.
@Suite struct KeyRotationTests {
    private static let newKey = Array("another-key-with-enough-bytes-in-it".utf8)

    private func isAccepted(_ pair: TokenPair, by accounts: AccountService) async throws -> Bool {
        try await refusal { try await accounts.authenticate(bearer: pair.accessToken) } == nil
    }

    private func refresh(_ pair: TokenPair, by accounts: AccountService) async throws -> TokenPair {
        try await accounts.refresh(pair.refreshToken, remoteAddress: "", event: event("refresh"))
    }

    @Test func anotherKeySignsEverybodyOut() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let pair = try await service.login("alice")
        let accounts = await service.restarted(secretKey: Self.newKey)
        #expect(try await !isAccepted(pair, by: accounts))
        #expect(try await refusal { try await refresh(pair, by: accounts) } == .tokenInvalid)
        // With the old key all is as it was.
        let again = await service.restarted()
        #expect(try await isAccepted(pair, by: again))
        _ = try await refresh(pair, by: again)
    }

    @Test func previousKeySignsNobodyOut() async throws {
        let service = try await TestService()
        try await service.register("alice")
        try await service.register("bob")
        let (alice, bob) = (try await service.login("alice"), try await service.login("bob"))
        let both = await service.restarted(secretKey: Self.newKey, previousSecretKey: TestService.secretKey)
        #expect(try await isAccepted(alice, by: both))
        let renewed = try await refresh(alice, by: both)
        #expect(try await isAccepted(renewed, by: both))
        // Who has renewed in the meantime stays when the old key goes; who has not is signed out.
        let after = await service.restarted(secretKey: Self.newKey)
        #expect(try await isAccepted(renewed, by: after))
        #expect(try await !isAccepted(alice, by: after))
        _ = try await refresh(renewed, by: after)
        #expect(try await !isAccepted(bob, by: after))
        #expect(try await refusal { try await refresh(bob, by: after) } == .tokenInvalid)
    }

    @Test func sessionsOfAnOlderVersionGoOnWithThePresentKey() async throws {
        let service = try await TestService()
        try await service.register("alice")
        let pair = try await service.login("alice")
        try await service.database.write { database in
            try database.execute(sql: "UPDATE token_families SET key_id = NULL")
            return ((), [])
        }
        let accounts = await service.restarted()
        #expect(try await !isAccepted(pair, by: accounts))
        try await accounts.bindOldSessions()
        #expect(try await isAccepted(pair, by: accounts))
        _ = try await refresh(pair, by: accounts)
        #expect(try await service.journal() == ["register alice", "login alice", "refresh alice"])
    }

    @Test func databaseDoesNotHoldTheKey() async throws {
        let service = try await TestService()
        try await service.register("alice")
        _ = try await service.login("alice")
        #expect(try await !service.dump().contains(String(decoding: TestService.secretKey, as: UTF8.self)))
    }
}
