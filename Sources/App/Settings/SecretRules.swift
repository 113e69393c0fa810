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
        if let problem = problem(with: key) { return problem }
        if environment == .production, Set(key.utf8).count < 10 {
            return "is too even to be random, which production refuses; make one with: openssl rand -base64 32"
        }
        return nil
    }

    /// What is wrong with the key before the present one, or nil.
    static func problem(withPrevious previous: Secret?, of key: Secret?) -> String? {
        guard let previous else { return nil }
        guard previous != key else {
            let name = Settings.declared.secretKey.name
            return "is \(name) itself; give the key that was used before it, or unset this one."
        }
        return problem(with: previous.reveal())
    }

    /// What is wrong with a token that programs send in a header, or nil.
    static func problem(withToken token: Secret?, in environment: AppEnvironment) -> String? {
        guard let bytes = token?.reveal().utf8 else { return nil }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }), bytes.count <= 1024 else {
            return "has blanks or other characters than headers can hold; make one with: openssl rand -hex 32"
        }
        if environment == .production, bytes.count < 16 {
            return "has \(bytes.count) bytes, of which production wants 16; make one with: openssl rand -hex 32"
        }
        return nil
    }

    private static func problem(with key: String) -> String? {
        do throws(SecretKey.Problem) {
            try SecretKey.check(key)
            return nil
        } catch {
            let name = "\(Settings.declared.secretKey.name) "
            return "\(error.description.trimmingPrefix(name))."
        }
    }
}
