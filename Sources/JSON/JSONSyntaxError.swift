/// Why a text is no JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Equatable {
    /// The kinds of faults.
    public enum Code: String, Sendable {
        case unexpectedEnd = "unexpected_end"
        case unexpectedCharacter = "unexpected_character"
        case invalidNumber = "invalid_number"
        case invalidString = "invalid_string"
        case invalidUTF8 = "invalid_utf8"
        case duplicateKey = "duplicate_key"
        case tooDeep = "too_deep"
        case tooManyMembers = "too_many_members"
    }

    /// What is wrong.
    public let code: Code
    /// The place, in bytes from the start.
    public let offset: Int
    /// What is wrong, for the person who wrote the text.
    public let message: String

    init(_ code: Code, at offset: Int, _ message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }
}
