/// Who sent a request: what a verified access token and its account say.
public struct Principal: Sendable, Equatable {
    /// The account's `id`.
    public let userID: Int64
    /// The account's name: the token's `sub`.
    public let username: String
    /// The account's role now, not the one that the token was made with.
    public let role: Role
    /// The token's `jti`: `<family>.<serial>`.
    public let tokenID: String
    /// Seconds since 1970.
    public let issuedAt: Int64
    /// Seconds since 1970.
    public let expiresAt: Int64
    /// Microseconds since 1970: events that bear the name from before are not this account's.
    public let eventsSince: Int64

    /// A principal that nothing has verified: for tests.
    public init(
        userID: Int64, username: String, role: Role, tokenID: String, issuedAt: Int64 = 0, expiresAt: Int64,
        eventsSince: Int64 = 0
    ) {
        self.userID = userID
        self.username = username
        self.role = role
        self.tokenID = tokenID
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.eventsSince = eventsSince
    }

    /// The login that the token came from.
    var familyID: String {
        TokenID.family(of: tokenID)
    }
}

/// The form of a token's `jti`.
enum TokenID {
    static func make(family: String, serial: Int64) -> String {
        "\(family).\(serial)"
    }

    static func family(of tokenID: String) -> String {
        String(tokenID.prefix { $0 != "." })
    }
}
