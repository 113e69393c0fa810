internal import Foundation
internal import Text

/// What a user name may be. Names that are easily taken for each other are refused where they are made: `NameLook`.
enum UsernameRules {
    static let maximumLength = 64
    /// More bytes no name has before it is normalised.
    private static let maximumBytes = 1024
    /// Marks on one letter: no writing has more (UTS 39, section 5.4).
    private static let marksOnALetter = 4
    /// What stands for nobody in the journal.
    private static let reserved = "anonymous"

    /// The form in which names are kept and compared: two ways to write one `é` are one name. What is too long for a name
    /// stays as it is: to normalise it would cost more than it is worth.
    static func normalized(_ username: String) -> String {
        let isPlain = username.utf8.allSatisfy { $0 < 0x80 }
        return isPlain || username.utf8.count > maximumBytes ? username : username.precomposedStringWithCanonicalMapping
    }

    /// What is wrong with a name that is chosen now.
    static func faults(in username: String) -> [AccountFault] {
        faults(in: username, problem(with: username) ?? problemOfLook(with: username))
    }

    /// What is wrong with a name that another service has let somebody have.
    static func faults(inAdopted username: String) -> [AccountFault] {
        faults(in: username, problem(with: username))
    }

    private static func faults(in username: String, _ problem: (code: String, message: String)?) -> [AccountFault] {
        problem.map { [AccountFault(field: "username", code: $0.code, message: $0.message, input: username)] } ?? []
    }

    private static func problem(with username: String) -> (code: String, message: String)? {
        let scalars = username.unicodeScalars
        if scalars.isEmpty {
            return ("string_too_short", "A user name has at least 1 character")
        }
        if username.utf8.count > maximumBytes || scalars.count > maximumLength {
            return ("string_too_long", "A user name has at most \(maximumLength) characters")
        }
        if scalars.contains(where: isControl) {
            return ("username_characters", "A user name has no control characters and no invisible ones")
        }
        // "/" and dots alone would make `/users/{username}` another path.
        if scalars.contains("/") || scalars.allSatisfy({ $0 == "." }) {
            return ("username_characters", "A user name has no \"/\" and is more than dots")
        }
        if scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true {
            return ("username_characters", "A user name does not begin or end with a space")
        }
        return username.lowercased() == reserved ? reservedProblem : nil
    }

    private static let reservedProblem = (
        code: "username_reserved", message: "This user name is reserved: choose another"
    )

    private static func problemOfLook(with username: String) -> (code: String, message: String)? {
        if username.unicodeScalars.contains(where: isInvisible) {
            return (
                "username_characters",
                "There is an invisible character in this user name, or a blank other than the space: leave it out"
            )
        }
        var marks = marksOnALetter
        for scalar in username.unicodeScalars {
            marks = scalar.isMark ? marks + 1 : 0
            // The first has no letter to stand on.
            if marks > marksOnALetter {
                return (
                    "username_characters",
                    "A letter of a user name has at most \(marksOnALetter) marks, and no mark stands alone"
                )
            }
        }
        return NameLook(username).resembles(NameLook(reserved)) ? reservedProblem : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ": false
        // A cell of Braille without dots, and a note without a head.
        case "\u{2800}", "\u{1D159}": true
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
        }
    }
}

extension Unicode.Scalar {
    /// Whether it stands on the letter before it.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
