/// How much work a password hash is, and who does it.
public struct PasswordHashing: Sendable {
    /// Memory of one hash; argon2 takes no less than 8 KiB a lane.
    public var memoryKiB: UInt32
    /// How often the memory is gone over.
    public var passes: UInt32
    /// Parts that could be computed side by side; here one thread does them all.
    public var lanes: UInt32
    /// How many hashes are computed at once.
    public var threads: Int
    /// How many may wait for a thread; one more is refused with 503.
    public var queueLimit: Int

    /// Values that argon2 would refuse are moved to the nearest it takes.
    public init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32, threads: Int, queueLimit: Int) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
        self.threads = threads
        self.queueLimit = queueLimit
    }

    /// OWASP's minimum for argon2id (Password Storage Cheat Sheet).
    public static func standard(threads: Int) -> PasswordHashing {
        PasswordHashing(memoryKiB: 19_456, passes: 2, lanes: 1, threads: threads, queueLimit: 64)
    }
}
