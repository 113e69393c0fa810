/// An argument as it came from outside, before anybody knows what it should be.
///
/// Numbers stay the text they were written as, so that no digit passes through a binary float.
public enum RawArgument: Sendable, Equatable {
    /// A number or a word, as written.
    case text(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// JSON's `null`.
    case null
    /// Several values under one name.
    case list([RawArgument])
    /// A JSON object: no parameter takes one.
    case object
}

extension RawArgument {
    /// The argument as a person would recognise it in an error, at most 100 characters.
    var echo: String {
        switch self {
        case .text(let text): Self.cut(text)
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .object: "{…}"
        case .list(let elements): Self.cut("[" + elements.prefix(20).map(\.echo).joined(separator: ", ") + "]")
        }
    }

    private static func cut(_ text: String) -> String {
        // Unicode scalars, not characters: one character can be a megabyte of combining marks.
        guard text.utf8.count > 100, text.unicodeScalars.count > 100 else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(99))) + "…"
    }
}
