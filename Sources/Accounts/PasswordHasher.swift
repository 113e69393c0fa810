internal import Foundation

/// Hashes and checks passwords on threads of its own.
final class PasswordHasher: Sendable {
    struct Verdict: Sendable {
        let isRight: Bool
        /// A new hash to keep in place of the old one, which is weaker or of another kind.
        let replacement: String?
    }

    private let argon2id: Argon2id
    private let pool: HashingPool
    private let dummyHash: String

    init(_ hashing: PasswordHashing) {
        argon2id = Argon2id(memoryKiB: hashing.memoryKiB, passes: hashing.passes, lanes: hashing.lanes)
        pool = HashingPool(threads: hashing.threads, queueLimit: hashing.queueLimit)
        dummyHash = argon2id.hashOfNothing()
    }

    /// How many passwords wait for a thread.
    var waiting: Int { pool.waiting }

    func hash(_ password: String) async throws -> String {
        try await pool.run { [argon2id] in
            try argon2id.hash(Self.normalized(password))
        }
    }

    /// Without a `hash`, for a name that nobody has, the same work is done and the password is wrong.
    func check(_ password: String, against hash: String?) async throws -> Verdict {
        try await pool.run { [argon2id, dummyHash] in
            let isRight = try Self.matches(password, hash ?? dummyHash) && hash != nil
            let isOutdated = isRight && hash.map(argon2id.isCurrent) == false
            return Verdict(
                isRight: isRight,
                replacement: isOutdated ? try argon2id.hash(Self.normalized(password)) : nil)
        }
    }

    private static func matches(_ password: String, _ hash: String) throws(AccountError) -> Bool {
        if Bcrypt.isHash(hash) {
            // The legacy service gave bcrypt the bytes as they came.
            return Bcrypt.matches(Array(password.utf8), hash)
        }
        return try Argon2id.matches(normalized(password), hash)
    }

    /// Keyboards differ in how they write one and the same accented character.
    private static func normalized(_ password: String) -> [UInt8] {
        let bytes = Array(password.utf8)
        // No password that could have been chosen is as long: a longer one is wrong in any form.
        guard bytes.count <= 1024, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        return Array(password.precomposedStringWithCanonicalMapping.utf8)
    }
}
