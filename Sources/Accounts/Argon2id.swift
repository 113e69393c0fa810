internal import CArgon2

/// Argon2id (RFC 9106) through libargon2; hashes are PHC strings, which carry their parameters.
struct Argon2id: Sendable {
    private static let saltLength = 16
    private static let tagLength = 32

    private let memoryKiB: UInt32
    private let passes: UInt32
    private let lanes: UInt32

    /// Values that libargon2 would refuse are moved to the nearest that it takes.
    init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.lanes = min(max(lanes, 1), 255)
        self.memoryKiB = max(memoryKiB, 8 * self.lanes)
        self.passes = max(passes, 1)
    }

    private var prefix: String {
        "$argon2id$v=19$m=\(memoryKiB),t=\(passes),p=\(lanes)$"
    }

    /// Throws `AccountError.overloaded` when there is no memory for it: the other parameters cannot be refused.
    func hash(_ password: [UInt8]) throws(AccountError) -> String {
        let salt = RandomBytes.make(Self.saltLength)
        let capacity = argon2_encodedlen(
            passes, memoryKiB, lanes, UInt32(Self.saltLength), UInt32(Self.tagLength), Argon2_id)
        var encoded = [CChar](repeating: 0, count: capacity)
        let status = argon2id_hash_encoded(
            passes, memoryKiB, lanes, password, password.count, salt, salt.count, Self.tagLength, &encoded, capacity)
        guard status == ARGON2_OK.rawValue else { throw .overloaded }
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// With the parameters that stand in the hash. Throws `AccountError.overloaded` when there is no memory for it.
    static func matches(_ password: [UInt8], _ hash: String) throws(AccountError) -> Bool {
        let status = argon2id_verify(hash, password, password.count)
        guard status != ARGON2_MEMORY_ALLOCATION_ERROR.rawValue else { throw .overloaded }
        return status == ARGON2_OK.rawValue
    }

    /// Whether the hash was made with these parameters.
    func isCurrent(_ hash: String) -> Bool {
        hash.hasPrefix(prefix)
    }

    /// A well-formed hash of no password at all: to check against it takes as long as against a real one.
    func hashOfNothing() -> String {
        "\(prefix)\(Base64.encode(RandomBytes.make(Self.saltLength)))$\(Base64.encode(RandomBytes.make(Self.tagLength)))"
    }
}
