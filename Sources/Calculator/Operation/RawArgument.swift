import Text

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
        case .text(let text): text.shown
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .object: "{…}"
        case .list(let elements): ("[" + elements.prefix(20).map(\.echo).joined(separator: ", ") + "]").shown
        }
    }
}
