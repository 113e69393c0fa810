internal import JWTKit

/// The claims of an access token, and nothing else.
struct TokenClaims: Equatable, Sendable {
    static let issuer = "math-microservice"
    static let audience = "math-microservice"

    let sub: String
    let role: String
    let iat: Int64
    let exp: Int64
    let jti: String
    let iss: String
    let aud: String

    init(username: String, role: Role, issuedAt: Int64, expiresAt: Int64, tokenID: String) {
        sub = username
        self.role = role.rawValue
        iat = issuedAt
        exp = expiresAt
        jti = tokenID
        iss = Self.issuer
        aud = Self.audience
    }
}

extension TokenClaims: JWTPayload {
    /// Time is judged by the caller, who has the clock.
    func verify(using algorithm: some JWTAlgorithm) throws {
        guard algorithm.name == "HS256", iss == Self.issuer, aud == Self.audience else {
            throw AccountError.tokenInvalid
        }
    }
}
