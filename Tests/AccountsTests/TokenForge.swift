import Accounts
import Crypto
import Foundation

/// Makes tokens with the service's own key that the service would never make.
struct TokenForge {
    let username = "alice"
    let tokenID: String
    let now: Int64

    static let header = #"{"alg":"HS256","typ":"JWT"}"#

    /// Over a session that is really there.
    init(_ service: TestService) async throws {
        try await service.register(username)
        tokenID = try await service.principal(username).tokenID
        now = service.clock.now
    }

    /// The claims in the order in which the service writes them; an empty text leaves one out.
    func payload(
        sub: String = #""alice""#, role: String = #""user""#, iat: String? = nil, exp: String? = nil,
        jti: String? = nil, iss: String = #""math-microservice""#, aud: String = #""math-microservice""#,
        more: String = ""
    ) -> String {
        let claims = [
            ("aud", aud), ("exp", exp ?? "\(now + 60)"), ("iat", iat ?? "\(now)"), ("iss", iss),
            ("jti", jti ?? "\"\(tokenID)\""), ("role", role), ("sub", sub),
        ]
        return "{" + claims.filter { !$0.1.isEmpty }.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + more + "}"
    }

    static func sign<Hash: HashFunction>(
        _ header: String, _ payload: String, with hash: Hash.Type = SHA256.self,
        key: [UInt8] = TestService.secretKey
    ) -> String {
        let input = encode(Array(header.utf8)) + "." + encode(Array(payload.utf8))
        let mac = HMAC<Hash>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: key))
        return input + "." + encode(Array(mac))
    }

    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    static func decode(_ text: Substring) -> [UInt8] {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Array(Data(base64Encoded: standard + String(repeating: "=", count: (4 - text.count % 4) % 4)) ?? Data())
    }
}
