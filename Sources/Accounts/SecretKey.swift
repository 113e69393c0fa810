/// The key that signs the access tokens.
public enum SecretKey {
    /// Why a key cannot be used, in words for the person who starts the service.
    public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// One line, without the key.
        public let description: String
    }

    static let minimumLength = 32

    /// The configured key, or else the one in `secret.key` of the directory, which is made the first time. The directory
    /// must be there.
    public static func load(configured: String?, directory: String) throws(Problem) -> [UInt8] {
        if let configured {
            try check(configured)
            return Array(configured.utf8)
        }
        return try SecretKeyFile(directory: directory).load()
    }

    /// Throws when the key is too short to keep HS256 safe (RFC 7518, 3.2), or is one that everybody knows.
    public static func check(_ key: String) throws(Problem) {
        guard key.utf8.count >= minimumLength else {
            throw Problem(
                description: "SECRET_KEY has \(key.utf8.count) bytes: it needs at least \(minimumLength), "
                    + "for instance from: openssl rand -base64 32")
        }
        let plain = key.lowercased().filter { $0.isLetter || $0.isNumber }
        guard !wellKnown.contains(where: plain.hasPrefix) else {
            throw Problem(
                description: "SECRET_KEY is a well-known example: make one of your own, "
                    + "for instance with: openssl rand -base64 32")
        }
    }

    /// How the keys begin that stand in tutorials and templates, in letters and digits alone.
    private static let wellKnown = [
        "yoursecretkey", "yoursupersecret", "yourjwtsecret", "supersecretkey", "mysecretkey", "changethis", "changeme",
        "pleasechange", "replaceme", "replacethis", "djangoinsecure", "insecure",
        // From the tutorials of FastAPI.
        "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    ]
}
