/// Why a text is not taken as a number. The message says what to write instead.
public struct NumberSyntaxError: Error, Sendable, Equatable {
    /// What is the matter with a text.
    public enum Kind: Sendable, Equatable {
        /// There is nothing there.
        case empty
        /// It is infinity or not a number.
        case notFinite
        /// Not decimal: `0x1F`, `0b101`, `0o17`.
        case otherBase
        /// A space or another white space.
        case whitespace
        /// Anything else that does not belong in a number.
        case unexpectedCharacter
        /// The number ends where a digit should follow.
        case missingDigits
        /// A fraction over 0.
        case zeroDenominator
        /// More digits, or a larger exponent, than `NumberLimits` allow.
        case tooLarge
    }

    /// What is the matter, for programs.
    public let kind: Kind
    /// What is the matter and what to do, for people.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

extension NumberSyntaxError {
    private static let examples = "write a number such as 12, -0.5, 1e-3 or 1/3"

    static let empty = NumberSyntaxError(.empty, "The number is missing; \(examples)")
    static let missingDigits = NumberSyntaxError(.missingDigits, "A digit is missing; \(examples)")
    static let notFinite = NumberSyntaxError(
        .notFinite, "Infinity and NaN are not numbers that can be calculated with here; \(examples)")
    static let otherBase = NumberSyntaxError(.otherBase, "Only decimal numbers are accepted; \(examples)")
    static let zeroDenominator = NumberSyntaxError(
        .zeroDenominator, "The denominator of the fraction is 0; write another one")
    static let tooManyDigits = NumberSyntaxError(
        .tooLarge, "The number has more than \(NumberLimits.maximumTextDigits) digits; write a shorter one")
    static let exponentTooLarge = NumberSyntaxError(
        .tooLarge,
        """
        The exponent is beyond -\(NumberLimits.maximumTextExponent) to \(NumberLimits.maximumTextExponent); \
        write a smaller one
        """)

    static func whitespace(at position: Int) -> NumberSyntaxError {
        NumberSyntaxError(.whitespace, "There is a space at position \(position + 1); write the number without spaces")
    }

    static func unexpectedCharacter(at position: Int) -> NumberSyntaxError {
        NumberSyntaxError(
            .unexpectedCharacter, "The character at position \(position + 1) does not belong in a number; \(examples)")
    }
}
