internal import Foundation
internal import GRDB
internal import Store

/// What became of a refresh token that was handed in.
enum Rotation: Sendable {
    case rotated(Account, familyID: String, serial: Int64)
    case reused(accountID: Int64)
    case expired
    case unknown

    static func perform(hash: Data, newHash: Data, at now: Int64, in database: GRDB.Database) throws -> Rotation {
        guard let token = try RefreshTokenRecord.find(hash: hash, in: database),
            let family = try TokenFamilyRecord.find(id: token.familyID, in: database),
            let record = try AccountRecord.find(id: family.accountID, in: database)
        else { return .unknown }
        guard family.expiresAt > now else {
            try TokenFamilyRecord.end(id: family.id, in: database)
            return .expired
        }
        guard !token.isSpent else {
            try TokenFamilyRecord.end(id: family.id, in: database)
            return .reused(accountID: family.accountID)
        }
        guard !record.isDisabled else { return .unknown }
        try token.markSpent(in: database)
        let next = RefreshTokenRecord(hash: newHash, familyID: family.id, serial: token.serial + 1)
        try next.insert(in: database)
        return .rotated(Account(record), familyID: family.id, serial: next.serial)
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
