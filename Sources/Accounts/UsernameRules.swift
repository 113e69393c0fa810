internal import Foundation

/// What a user name may be. Names that differ in letter case are different names, as in the legacy service.
enum UsernameRules {
    static let maximumLength = 64
    /// Names that stand for nobody in the journal.
    static let reserved: Set<String> = ["anonymous"]

    /// The form in which names are kept and compared: two ways to write one `é` are one name.
    static func normalized(_ username: String) -> String {
        username.utf8.allSatisfy { $0 < 0x80 } ? username : username.precomposedStringWithCanonicalMapping
    }

    static func faults(in username: String) -> [AccountFault] {
        problem(with: username)
            .map { [AccountFault(field: "username", code: $0.code, message: $0.message, input: username)] } ?? []
    }

    private static func problem(with username: String) -> (code: String, message: String)? {
        let scalars = username.unicodeScalars
        if scalars.isEmpty {
            return ("string_too_short", "A user name has at least 1 character")
        }
        if scalars.count > maximumLength {
            return ("string_too_long", "A user name has at most \(maximumLength) characters")
        }
        if scalars.contains(where: isInvisible) {
            return ("username_characters", "A user name has no control characters and no invisible ones")
        }
        // "/" and dots alone would make `/users/{username}` another path.
        if scalars.contains("/") || scalars.allSatisfy({ $0 == "." }) {
            return ("username_characters", "A user name has no \"/\" and is more than dots")
        }
        if scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true {
            return ("username_characters", "A user name does not begin or end with a space")
        }
        if reserved.contains(username.lowercased()) {
            return ("username_reserved", "This user name is reserved: choose another")
        }
        return nil
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }
}
