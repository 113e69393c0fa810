internal import Foundation
internal import JWTKit

/// Makes and reads access tokens: JWTs with HS256 and no other algorithm (RFC 7519, RFC 8725).
struct AccessTokens: Sendable {
    /// No token of ours comes near it.
    static let maximumLength = 4096

    /// A token from further ahead was made while the clock was wrong, and would be good for as long as that was.
    static let tolerance: Int64 = 60

    private let signing: JWTKeyCollection
    /// One collection for each key: a token does not choose its own.
    private let verifying: [JWTKeyCollection]

    init(_ ring: SecretKeyRing) async {
        signing = await Self.collection(ring.keys[0])
        var verifying = [signing]
        for key in ring.keys.dropFirst() { verifying.append(await Self.collection(key)) }
        self.verifying = verifying
    }

    private static func collection(_ key: [UInt8]) async -> JWTKeyCollection {
        // With sorted keys there is one text for given claims, which `claims(of:)` relies on.
        await JWTKeyCollection().add(
            hmac: HMACKey(from: key), digestAlgorithm: .sha256,
            serializer: DefaultJWTSerializer(jsonEncoder: Self.encoder))
    }

    func sign(_ claims: TokenClaims) async throws -> String {
        try await signing.sign(claims)
    }

    /// The claims of a token that was signed here and has not expired.
    ///
    /// JWTKit does not look at `alg` for itself, takes base64 in several spellings and reads over claims that it does
    /// not know; here each token has one text: any other is refused. `kid`, `jku`, `jwk` and `x5u` name keys to use:
    /// they are never followed.
    func claims(of token: String, at time: Int64) async throws(AccountError) -> TokenClaims {
        guard token.utf8.count <= Self.maximumLength, token.utf8.allSatisfy({ $0 < 0x80 }) else { throw .tokenInvalid }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64.decodeURL(parts[0]), let payload = Base64.decodeURL(parts[1]),
            Base64.decodeURL(parts[2])?.count == 32, Self.isAcceptable(header: header)
        else { throw .tokenInvalid }
        guard let claims = await verified(token), let canonical = try? Self.encoder.encode(claims),
            canonical.elementsEqual(payload), claims.iat <= time + Self.tolerance
        else { throw .tokenInvalid }
        guard claims.exp > time else { throw .tokenExpired }
        return claims
    }

    /// What a token says that one of the keys has signed.
    private func verified(_ token: String) async -> TokenClaims? {
        for keys in verifying {
            if let claims = try? await keys.verify(token, as: TokenClaims.self) { return claims }
        }
        return nil
    }

    private struct Header: Decodable {
        let alg: String
        let typ: String?
        /// Extensions that must be understood (RFC 7515, 4.1.11): none is.
        let crit: [String]?
    }

    private static func isAcceptable(header: [UInt8]) -> Bool {
        guard let header = try? JSONDecoder().decode(Header.self, from: Data(header)) else { return false }
        return header.alg == "HS256" && header.typ ?? "JWT" == "JWT" && header.crit == nil
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
