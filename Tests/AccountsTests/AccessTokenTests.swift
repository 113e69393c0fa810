import Accounts
import Foundation
import Testing

@Suite struct AccessTokenTests {
    @Test func claimsAreExactlyThoseOfTheContract() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let parts = try await service.login("alice").accessToken.split(separator: ".")
        #expect(parts.count == 3)
        let payload = try #require(
            try JSONSerialization.jsonObject(with: Data(TokenForge.decode(parts[1]))) as? [String: Any])
        #expect(payload.keys.sorted() == ["aud", "exp", "iat", "iss", "jti", "role", "sub"])
        #expect(payload["sub"] as? String == "alice")
        #expect(payload["role"] as? String == "user")
        #expect(payload["iss"] as? String == "math-microservice")
        #expect(payload["aud"] as? String == "math-microservice")
        #expect(payload["iat"] as? Int64 == forge.now)
        #expect(payload["exp"] as? Int64 == forge.now + 1800)
    }

    @Test func forgeMakesGoodTokensToo() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        #expect(try await service.outcomes(of: [TokenForge.sign(TokenForge.header, forge.payload())]) == [nil])
    }

    @Test func timesMustBeWholeAndAhead() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let wrong = [
            "\"\(forge.now + 60)\"", "1e308", "1e400", "-1e308", "\(forge.now + 60).5", "\(forge.now + 60).0", "1.8e9",
            "null", "true", "[]", "{}", "\"\"", "18446744073709551616", "9223372036854775808", "NaN", "Infinity", "",
            "0\(forge.now)",
        ]
        try await service.expectAllInvalid(wrong.map { TokenForge.sign(TokenForge.header, forge.payload(exp: $0)) })
        try await service.expectAllInvalid(wrong.map { TokenForge.sign(TokenForge.header, forge.payload(iat: $0)) })
        let past = ["-1", "0", "-9223372036854775808", "\(forge.now)", "\(forge.now - 1)"]
        let late = try await service.outcomes(
            of: past.map { TokenForge.sign(TokenForge.header, forge.payload(exp: $0)) })
        #expect(late.allSatisfy { $0 == .tokenExpired })
        let far = TokenForge.sign(TokenForge.header, forge.payload(exp: "9223372036854775807"))
        #expect(try await service.outcomes(of: [far]) == [nil])
    }

    @Test func tokenEndsWithItsFamilyAtTheLatest() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let token = TokenForge.sign(TokenForge.header, forge.payload(exp: "\(forge.now + 100 * 24 * 3600)"))
        service.clock.advance(by: 30 * 24 * 3600 - 1)
        #expect(try await service.outcomes(of: [token]) == [nil])
        service.clock.advance(by: 1)
        let other = TokenForge.sign(TokenForge.header, forge.payload(exp: "\(forge.now + 99 * 24 * 3600)"))
        try await service.expectAllInvalid([other])
    }

    @Test func claimsMustBeOursAndAllOfThem() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let wrong = ["", "null", "\"\"", "\"other\"", "[\"math-microservice\"]", "1", "{}"]
        let payloads =
            wrong.map { forge.payload(iss: $0) } + wrong.map { forge.payload(aud: $0) }
            + wrong.map { forge.payload(sub: $0) } + wrong.map { forge.payload(jti: $0) }
            + ["", "null", "1", "[]"].map { forge.payload(role: $0) }
            + [
                forge.payload(more: ",\"nbf\":\(forge.now + 3600)"), forge.payload(more: ",\"admin\":true"),
                forge.payload(more: ",\"sub\":\"root\""), forge.payload(more: " "), " " + forge.payload(),
                forge.payload(jti: "\"\(forge.tokenID.dropFirst())\""), forge.payload(jti: "\".0\""),
                forge.payload(sub: "\"Alice\""), forge.payload(sub: "\"\\u0061lice\""), "", "null", "[]", "{}", "{",
            ]
        try await service.expectAllInvalid(payloads.map { TokenForge.sign(TokenForge.header, $0) })
    }

    @Test func roleComesFromTheAccount() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        for role in ["admin", "root", ""] {
            let token = TokenForge.sign(TokenForge.header, forge.payload(role: "\"\(role)\""))
            #expect(try await service.accounts.authenticate(bearer: token).role == .user)
        }
    }

    @Test func oversizedAndMalformedTokensAreRefused() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let big = #"{"alg":"HS256","typ":"JWT","x":"\#(String(repeating: "x", count: 4096))"}"#
        try await service.expectAllInvalid([
            TokenForge.sign(big, forge.payload()), String(repeating: ".", count: 16_384),
            String(repeating: "A", count: 1_000_000), "", ".", "..", "...", "a.b", "a.b.c", "a.b.c.d", "....",
            "\0.\0.\0", "名.前.x", "null", "%00", "é", String(repeating: "é", count: 3000),
        ])
    }
}
