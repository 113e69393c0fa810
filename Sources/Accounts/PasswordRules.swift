/// What a password may be: long enough and not easily guessed. There are no rules on its composition, and any
/// character may be in it (NIST SP 800-63B-4; OWASP ASVS 5, 6.2).
enum PasswordRules {
    /// In Unicode scalars, as the legacy service counted.
    static let lengths = 8...128

    static func faults(
        in password: String, confirmation: String?, field: String, confirmationField: String, username: String,
        email: String?
    ) -> [AccountFault] {
        var faults: [AccountFault] = []
        if let problem = problem(with: password, username: username, email: email) {
            faults.append(AccountFault(field: field, code: problem.code, message: problem.message))
        }
        // Bytes are compared: String's == would let two spellings of one character pass as equal.
        if let confirmation, !confirmation.utf8.elementsEqual(password.utf8) {
            faults.append(
                AccountFault(
                    field: confirmationField, code: "passwords_differ", message: "The two passwords are not the same"))
        }
        return faults
    }

    private static func problem(
        with password: String, username: String, email: String?
    ) -> (code: String, message: String)? {
        // No password that may be is longer in bytes; what is longer in characters is counted to its end for nothing.
        let length = password.utf8.count > maximumBytes ? .max : password.unicodeScalars.count
        if length < lengths.lowerBound {
            return ("string_too_short", "A password has at least \(lengths.lowerBound) characters")
        }
        if length > lengths.upperBound {
            return ("string_too_long", "A password has at most \(lengths.upperBound) characters")
        }
        let guess = PasswordGuess(password)
        if guess.isMade(of: username) {
            return (
                "password_is_username", "The password must not be the user name, nor that with a few digits: \(advice)"
            )
        }
        if let email, guess.isMade(of: email) || guess.isMade(of: String(email.prefix { $0 != "@" })) {
            return (
                "password_is_email", "The password must not be the email address, nor that with a few digits: \(advice)"
            )
        }
        if guess.repeatsItself {
            return ("password_common", "This password is the same few characters over and over: \(advice)")
        }
        if guess.followsKeys {
            return ("password_common", "This password follows the keys or the alphabet: \(advice)")
        }
        if guess.isCommon {
            return ("password_common", "This is one of the most common passwords, or nearly one: \(advice)")
        }
        return nil
    }

    private static let advice = "choose several words that do not belong together"
    private static let maximumBytes = 4 * lengths.upperBound
}
