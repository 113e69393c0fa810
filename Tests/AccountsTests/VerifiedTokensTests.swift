import Accounts
import Testing

@Suite struct VerifiedTokensTests {
    private func principal(_ userID: Int64, expiresAt: Int64 = 100) -> Principal {
        Principal(userID: userID, username: "u\(userID)", role: .user, tokenID: "f.0", expiresAt: expiresAt)
    }

    private func look(_ cache: VerifiedTokens, _ token: String, at time: Int64 = 0) -> Int64? {
        Array(token.utf8).withUnsafeBufferPointer { cache.principal(for: $0, at: time)?.userID }
    }

    @Test func whatIsAskedForStaysAndTheRestGoes() {
        let cache = VerifiedTokens(capacity: 20)
        let favourite = "favourite-token-00000000"
        cache.insert(principal(1), for: favourite, since: cache.epoch)
        var remembered = 0
        for index in 0..<1000 {
            cache.insert(principal(2), for: "other-token-\(10_000_000 + index)", since: cache.epoch)
            #expect(look(cache, favourite) == 1)
        }
        for index in 0..<1000 where look(cache, "other-token-\(10_000_000 + index)") != nil {
            remembered += 1
        }
        #expect(remembered <= 20)
        #expect(remembered > 0)
    }

    @Test func removedAccountIsForgottenInBothGenerations() {
        let cache = VerifiedTokens(capacity: 20)
        let tokens = (0..<15).map { "some-token-\(10_000_000 + $0)" }
        for (index, token) in tokens.enumerated() {
            cache.insert(principal(Int64(index % 2)), for: token, since: cache.epoch)
        }
        cache.removeAll(of: 1)
        #expect(tokens.map { look(cache, $0) } == (0..<15).map { $0 % 2 == 0 ? 0 : nil })
    }

    @Test func whatWasReadBeforeARemovalIsNotKept() {
        let cache = VerifiedTokens()
        let epoch = cache.epoch
        cache.removeAll(of: 7)
        cache.insert(principal(7), for: "a-token-00000001", since: epoch)
        #expect(look(cache, "a-token-00000001") == nil)
    }

    @Test func tokensWithTheSameEndAreToldApart() {
        let cache = VerifiedTokens()
        cache.insert(principal(1), for: "one-SAMESAME", since: cache.epoch)
        #expect(look(cache, "two-SAMESAME") == nil)
        #expect(look(cache, "SAMESAME") == nil)
        cache.insert(principal(2), for: "two-SAMESAME", since: cache.epoch)
        #expect(look(cache, "two-SAMESAME") == 2)
        #expect(look(cache, "one-SAMESAME") == nil)
        cache.removeAll(of: 1)
        #expect(look(cache, "two-SAMESAME") == 2)
        cache.removeAll(of: 2)
        #expect(look(cache, "two-SAMESAME") == nil)
    }

    @Test func expiredTokenIsUnknown() {
        let cache = VerifiedTokens()
        cache.insert(principal(1, expiresAt: 50), for: "a-token-00000001", since: cache.epoch)
        #expect(look(cache, "a-token-00000001", at: 49) == 1)
        #expect(look(cache, "a-token-00000001", at: 50) == nil)
        #expect(look(cache, "short") == nil)
        #expect(look(cache, "") == nil)
    }
}
