import Accounts

/// What the key of the tokens must be, so that nobody guesses it.
enum SecretRules {
    /// What is wrong with the key, or nil. No key is fine where one may be made and kept. Production makes none: were
    /// the directory lost, all sessions would end and nobody would know why.
    static func problem(with key: Secret?, in environment: AppEnvironment, dataDirectory: String) -> String? {
        guard let key = key?.reveal() else {
            guard environment == .production, !FileSystem.exists("\(dataDirectory)/secret.key") else { return nil }
            return "is not set, and production makes no key by itself; set it, for instance to the output of: "
                + "openssl rand -base64 32"
        }
        do throws(SecretKey.Problem) {
            try SecretKey.check(key)
        } catch {
            let name = "\(Setting.secretKey.name) "
            return "\(error.description.trimmingPrefix(name))."
        }
        if environment == .production, Set(key.utf8).count < 10 {
            return "is too even to be random, which production refuses; make one with: openssl rand -base64 32"
        }
        return nil
    }
}
