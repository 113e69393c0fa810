/// What a login or a rotation gives.
public struct TokenPair: Sendable {
    /// A JWT, to be sent as a bearer token.
    public let accessToken: String
    /// Seconds until the access token expires.
    public let expiresIn: Int
    /// Good for one rotation; used twice, it ends its whole family.
    public let refreshToken: String
    /// Whose tokens they are.
    public let account: Account
}
