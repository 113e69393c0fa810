public import Events
internal import GRDB
public import Store

/// People's accounts: who they are, how they prove it, and the tokens that stand for the proof.
///
/// Every change and its event are one transaction: the `event` closures are called inside it, with the account as it
/// is after the change. Errors are `AccountError` for what the client did and `StoreError` for what the disk did;
/// the event of a refusal is the caller's to append.
public final class AccountService: Sendable {
    /// Makes the event of a change.
    public typealias EventBuilder = @Sendable (Account) -> Event

    let database: ServiceDatabase
    let hasher: PasswordHasher
    let keyRing: SecretKeyRing
    let accessTokens: AccessTokens
    let verified = VerifiedTokens()
    let throttle: SignInThrottle
    let clock: AccountClock
    let accessTokenSeconds: Int64
    /// A login is good for thirty days, however often its tokens are rotated.
    let familySeconds: Int64 = 30 * 24 * 3600

    /// `secretKey` has at least 32 bytes: see `SecretKey.load`. What was signed with the previous one is still good.
    public init(
        database: ServiceDatabase, secretKey: [UInt8], previousSecretKey: [UInt8]? = nil, accessTokenMinutes: Int = 30,
        limits: SignInLimits = SignInLimits(), hashing: PasswordHashing, clock: AccountClock = .system
    ) async {
        self.database = database
        self.clock = clock
        hasher = PasswordHasher(hashing)
        keyRing = SecretKeyRing(secretKey, previous: previousSecretKey)
        accessTokens = await AccessTokens(keyRing)
        throttle = SignInThrottle(limits, clock: clock)
        accessTokenSeconds = Int64(accessTokenMinutes) * 60
    }

    /// How many passwords wait for a thread to be hashed.
    public var waitingHashes: Int { hasher.waiting }

    /// The principal of a token that was verified lately and is still good; else nil, and `authenticate` knows. Quick:
    /// no signature, no query.
    public func cachedPrincipal(bearer token: Substring) -> Principal? {
        let now = clock.seconds()
        // A bridged or broken string has no bytes in one piece: it goes the long way.
        return token.utf8.withContiguousStorageIfAvailable { verified.principal(for: $0, at: now) } ?? nil
    }

    /// The same for the whole value of an `Authorization` header, without cutting the token out of it.
    public func cachedPrincipal(authorization header: String) -> Principal? {
        let now = clock.seconds()
        return header.utf8.withContiguousStorageIfAvailable { bytes in
            let scheme = "bearer ".utf8
            // Setting bit 5 makes a capital letter small (the scheme's case does not matter) and leaves a space alone.
            guard bytes.prefix(scheme.count).lazy.map({ $0 | 0x20 }).elementsEqual(scheme) else { return nil }
            var token = bytes.dropFirst(scheme.count)
            // RFC 9110, section 11.4: more than one blank may stand there.
            while token.first == UInt8(ascii: " ") { token = token.dropFirst() }
            return verified.principal(for: UnsafeBufferPointer(rebasing: token), at: now)
        } ?? nil
    }

    /// The same for a whole string.
    public func cachedPrincipal(bearer token: String) -> Principal? {
        cachedPrincipal(bearer: token[...])
    }

    /// The principal of an access token. Throws `AccountError.tokenExpired` or `.tokenInvalid`, and the latter also for a
    /// token whose family was ended or whose account is gone or disabled.
    public func authenticate(bearer token: String) async throws -> Principal {
        if let principal = cachedPrincipal(bearer: token) {
            return principal
        }
        let now = clock.seconds()
        let claims = try await accessTokens.claims(of: token, at: now)
        let epoch = verified.epoch
        let (account, eventsSince) = try await database.read { [keyRing] database in
            let record = try Self.record(holding: claims, on: keyRing, at: now, in: database)
            return (Account(record), record.eventsSince)
        }
        let principal = Principal(
            userID: account.id, username: account.username, role: account.role, tokenID: claims.jti,
            issuedAt: claims.iat, expiresAt: claims.exp, eventsSince: eventsSince)
        verified.insert(principal, for: token, since: epoch)
        return principal
    }

    /// The account that a token stands for now, if it still does.
    private static func record(
        holding claims: TokenClaims, on keyRing: SecretKeyRing, at now: Int64, in database: GRDB.Database
    ) throws -> AccountRecord {
        let familyID = TokenID.family(of: claims.jti)
        guard let family = try TokenFamilyRecord.find(id: familyID, in: database), family.expiresAt > now,
            keyRing.holds(family.keyID),
            let record = try AccountRecord.find(id: family.accountID, in: database), !record.isDisabled,
            record.username == claims.sub
        else { throw AccountError.tokenInvalid }
        return record
    }
}
