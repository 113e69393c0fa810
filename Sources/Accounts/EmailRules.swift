/// A plausible address: whether it is somebody's only a mail to it could tell.
enum EmailRules {
    static let maximumLength = 254

    static func faults(in email: String) -> [AccountFault] {
        if isPlausible(email) {
            return []
        }
        return [
            AccountFault(
                field: "email", code: "email_format",
                message: "An email address looks like name@example.org and has at most \(maximumLength) characters",
                input: email)
        ]
    }

    private static func isPlausible(_ email: String) -> Bool {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, email.unicodeScalars.count <= maximumLength else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return !parts[0].isEmpty && labels.allSatisfy { !$0.isEmpty } && email.unicodeScalars.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: true
        }
    }
}
