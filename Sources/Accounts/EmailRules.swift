internal import Text

/// A plausible address: whether it is somebody's only a mail to it could tell.
enum EmailRules {
    /// In bytes (RFC 5321, section 4.5.3.1, and an erratum of RFC 3696).
    static let maximumLength = 254

    static func faults(in email: String) -> [AccountFault] {
        if isPlausible(email) {
            return []
        }
        return [
            AccountFault(
                field: "email", code: "email_format",
                message: "An email address looks like name@example.org and has at most \(maximumLength) bytes",
                input: email)
        ]
    }

    private static func isPlausible(_ email: String) -> Bool {
        guard email.utf8.count <= maximumLength, email.overlongMarkRun == nil else { return false }
        let parts = email.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { !$0.isEmpty } && email.unicodeScalars.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: true
        }
    }
}
