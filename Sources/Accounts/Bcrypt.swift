internal import CCrypt

/// Checks the bcrypt hashes of the legacy service through libcrypt; none are made.
enum Bcrypt {
    private static let prefixes = ["$2a$", "$2b$", "$2y$"]
    /// The work doubles with each step; 16 is already ten seconds.
    private static let costs = 4...16
    /// bcrypt itself reads no more of a password; libcrypt refuses long ones instead.
    private static let significantBytes = 72

    static func isHash(_ hash: String) -> Bool {
        prefixes.contains(where: hash.hasPrefix)
    }

    /// A password with a NUL in it matches nothing: bcrypt could not have been given it.
    static func matches(_ password: [UInt8], _ hash: String) -> Bool {
        guard hash.utf8.count == 60, let cost = Int(hash.dropFirst(4).prefix(2)), costs.contains(cost) else {
            return false
        }
        let phrase = password.prefix(significantBytes).map(CChar.init(bitPattern:)) + [0]
        let workspace = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
        workspace.initialize(to: crypt_data())
        defer {
            // It held the password.
            workspace.initialize(to: crypt_data())
            workspace.deallocate()
        }
        guard let output = crypt_r(phrase, hash, workspace) else { return false }
        let isEqual = ConstantTime.isEqual(Array(String(cString: output).utf8), Array(hash.utf8))
        return isEqual && !password.prefix(significantBytes).contains(0)
    }
}
