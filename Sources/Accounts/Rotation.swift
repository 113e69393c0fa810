internal import Crypto
internal import Foundation
internal import GRDB
internal import Store

/// What became of a refresh token that was handed in.
enum Rotation: Sendable {
    case rotated(Account, familyID: String, serial: Int64)
    case reused(accountID: Int64)
    case expired
    case unknown

    /// How long after its first use a refresh token gives another pair: tabs that renew one session at the same moment.
    private static let simultaneous: ClosedRange<Int64> = 0...10

    /// A refresh token as it was handed in.
    struct Request: Sendable {
        let hash: Data
        let use: RefreshTokenRecord.Use
        /// The hash of the token that is to be given for it.
        let newHash: Data
        let keyRing: SecretKeyRing
        /// How long a family lives.
        let familySeconds: Int64

        init(
            _ token: String, newHash: Data, remoteAddress: String, at now: Int64, keyRing: SecretKeyRing,
            familySeconds: Int64
        ) {
            hash = TokenHash.of(token)
            // With the token's own bits in it the digest tells nobody the address.
            let place = Data(SHA256.hash(data: Data(token.utf8) + Data(remoteAddress.utf8)))
            use = RefreshTokenRecord.Use(time: now, place: place)
            self.newHash = newHash
            self.keyRing = keyRing
            self.familySeconds = familySeconds
        }
    }

    static func perform(_ request: Request, in database: GRDB.Database) throws -> Rotation {
        let now = request.use.time
        guard let token = try RefreshTokenRecord.find(hash: request.hash, in: database),
            let family = try TokenFamilyRecord.find(id: token.familyID, in: database),
            let record = try AccountRecord.find(id: family.accountID, in: database),
            request.keyRing.holds(family.keyID),
            // Begun while the clock was ahead: see `AccessTokens.tolerance`.
            family.expiresAt <= now + request.familySeconds + AccessTokens.tolerance
        else { return .unknown }
        guard family.expiresAt > now else {
            try TokenFamilyRecord.end(id: family.id, in: database)
            return .expired
        }
        if token.isSpent {
            guard try isSimultaneous(token, request.use, in: database) else {
                try TokenFamilyRecord.end(id: family.id, in: database)
                return .reused(accountID: family.accountID)
            }
        }
        guard !record.isDisabled else { return .unknown }
        if !token.isSpent { try token.markSpent(by: request.use, in: database) }
        try family.bind(to: request.keyRing.currentID, in: database)
        let serial = try RefreshTokenRecord.lastSerial(of: family.id, in: database) + 1
        try RefreshTokenRecord(hash: request.newHash, familyID: family.id, serial: serial, parent: token.hash)
            .insert(in: database)
        return .rotated(Account(record), familyID: family.id, serial: serial)
    }

    /// Whether the second use of a token is one client's: from the same place, at once, and what the first use gave is
    /// not used itself yet.
    private static func isSimultaneous(
        _ token: RefreshTokenRecord, _ use: RefreshTokenRecord.Use, in database: GRDB.Database
    ) throws -> Bool {
        guard let first = token.use, first.place == use.place, simultaneous.contains(use.time - first.time) else {
            return false
        }
        return try !token.hasUsedSuccessor(in: database)
    }
}

/// A new refresh token, and what the database keeps of it.
struct RefreshSecret: Sendable {
    let token: String
    let hash: Data

    init() {
        token = RandomBytes.token(bytes: 32)
        hash = TokenHash.of(token)
    }
}
