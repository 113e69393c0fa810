import Accounts
import Crypto
import Foundation
import Testing

@Suite struct AccessTokenSignatureTests {
    @Test func keysThatATokenNamesAreNotUsed() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let extras = [
            #""kid":"1""#, #""kid":"../../../../dev/null""#, #""kid":"x' UNION SELECT 'a""#, #""kid":"""#,
            #""jku":"http://127.0.0.1:1/keys""#, #""x5u":"http://127.0.0.1:1/cert""#,
            #""jwk":{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#, #""x5c":["AAAA"]"#,
        ]
        let headers = extras.map { #"{"alg":"HS256","typ":"JWT",\#($0)}"# }
        let own = headers.map { TokenForge.sign($0, forge.payload()) }
        #expect(try await service.outcomes(of: own) == headers.map { _ in nil })
        try await service.expectAllInvalid(
            headers.map { TokenForge.sign($0, forge.payload(), key: [UInt8](repeating: 0, count: 32)) })
        try await service.expectAllInvalid(headers.map { TokenForge.sign($0, forge.payload(), key: []) })
    }

    @Test func otherAlgorithmsAreRefused() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let names = [
            "none", "None", "NONE", "nOnE", "", "HS384", "HS512", "hs256", "HS256 ", " HS256", "HS256\\u0000", "RS256",
            "PS256", "ES256", "EdDSA", "HS1", "MLDSA65",
        ]
        for name in names {
            let header = #"{"alg":"\#(name)","typ":"JWT"}"#
            let signed = TokenForge.sign(header, forge.payload())
            let bare = signed.split(separator: ".").prefix(2).joined(separator: ".")
            try await service.expectAllInvalid([
                signed, "\(bare).", "\(bare)", TokenForge.sign(header, forge.payload(), with: SHA384.self),
                TokenForge.sign(header, forge.payload(), with: SHA512.self),
            ])
        }
        try await service.expectAllInvalid([
            TokenForge.sign(TokenForge.header, forge.payload(), with: SHA384.self),
            TokenForge.sign(TokenForge.header, forge.payload(), with: SHA512.self),
            TokenForge.sign(TokenForge.header, forge.payload(), with: Insecure.SHA1.self),
        ])
    }

    @Test func headersThatMakeNoSenseAreRefused() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let headers = [
            "", "{}", "[]", "null", "\"HS256\"", #"{"typ":"JWT"}"#, #"{"alg":null}"#, #"{"alg":["HS256"]}"#,
            #"{"alg":256}"#, #"{"alg":"HS256","typ":"JWE"}"#, #"{"alg":"HS256","crit":["exp"],"exp":1}"#,
            #"{"alg":"HS256","crit":[]}"#, #"{"alg":"HS256"}x"#, #"{"alg":"HS256""#, "\u{0}",
            String(repeating: "[", count: 2000),
        ]
        try await service.expectAllInvalid(headers.map { TokenForge.sign($0, forge.payload()) })
    }

    @Test func everyFlippedBitOfTheSignatureIsNoticed() async throws {
        let service = try await TestService()
        let token = TokenForge.sign(TokenForge.header, try await TokenForge(service).payload())
        let parts = token.split(separator: ".")
        let mac = TokenForge.decode(parts[2])
        let mutants = (0..<256).map { bit in
            var flipped = mac
            flipped[bit / 8] ^= 1 << (bit % 8)
            return "\(parts[0]).\(parts[1]).\(TokenForge.encode(flipped))"
        }
        try await service.expectAllInvalid(mutants)
        let cut = (0..<32).map { "\(parts[0]).\(parts[1]).\(TokenForge.encode(Array(mac.prefix($0))))" }
        try await service.expectAllInvalid(cut)
        try await service.expectAllInvalid(["\(parts[0]).\(parts[1]).\(TokenForge.encode(mac + [0]))"])
        #expect(try await service.outcomes(of: [token]) == [nil])
    }

    @Test func everyChangedCharacterIsNoticedEvenInTheCache() async throws {
        let service = try await TestService()
        let token = TokenForge.sign(TokenForge.header, try await TokenForge(service).payload())
        #expect(try await service.outcomes(of: [token]) == [nil])
        let mutants = (0..<token.utf8.count).flatMap { index in
            ["A", "B", "_", "=", "+", " ", "é", "."].compactMap { character in
                let place = token.index(token.startIndex, offsetBy: index)
                let mutant = token.replacingCharacters(in: place...place, with: character)
                return mutant == token ? nil : mutant
            }
        }
        #expect(mutants.count > 2000)
        try await service.expectAllInvalid(mutants)
    }

    @Test func oneSpellingOfEachTokenIsAccepted() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let token = TokenForge.sign(TokenForge.header, forge.payload())
        let last = try #require(token.last)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let index = try #require(alphabet.firstIndex(of: last))
        // 32 bytes leave two bits of the last character unused.
        let spellings = (1...3).map { String(token.dropLast()) + String(alphabet[index & ~3 | (index + $0) & 3]) }
        try await service.expectAllInvalid(spellings)
        try await service.expectAllInvalid([
            token + "=", token + "\n", " " + token, token + ".", "." + token, token + "." + token, token + "\0",
            token.uppercased(), String(token.reversed()), token + " ", "Bearer " + token,
            token.replacingOccurrences(of: ".", with: ".."),
        ])
    }

    @Test func otherKeysAndOtherTokensAreRefused() async throws {
        let service = try await TestService()
        let forge = try await TokenForge(service)
        let keys: [[UInt8]] = [
            [], [0], Array("your-secret-key".utf8), [UInt8](repeating: 0, count: 32),
            Array(TestService.secretKey.dropLast()), TestService.secretKey + [0],
        ]
        // HMAC pads its key with zeros, so one zero more is the same key (RFC 2104); all others are not.
        try await service.expectAllInvalid(
            keys.dropLast().map { TokenForge.sign(TokenForge.header, forge.payload(), key: $0) })
        let legacy = #"{"sub":"alice","exp":\#(forge.now + 60)}"#
        try await service.expectAllInvalid([TokenForge.sign(TokenForge.header, legacy)])
    }
}
