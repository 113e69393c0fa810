/// What a calculation gives back.
public struct Answer: Sendable {
    /// The operation's name.
    public let operation: String
    /// The arguments as they were given, in the order of the parameters.
    public let input: [(name: String, value: RawArgument)]
    /// The value as JSON knows it.
    public let result: ResultValue
    /// The exact value as text of the expression language; nil when no closed form is known.
    public let exact: String?
    /// The value, each number correctly rounded (to nearest, ties to even) to `precision` significant digits.
    public let decimal: String?
    /// How many significant digits `decimal` was asked for.
    public let precision: Int
    /// What kind of value it is.
    public let type: ValueType
}

/// A value as JSON can carry it.
public enum ResultValue: Sendable, Equatable {
    /// The text of a JSON number: an integer up to 2^53, or the shortest text of the nearest double.
    case number(String)
    /// What has no finite double, is complex, or is text.
    case string(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// A list's elements.
    case array([ResultValue])
    /// `null`
    case null
}

/// The kinds of values that answers have, by their names in the contract.
public enum ValueType: String, Sendable, CaseIterable {
    /// A whole number, exactly known.
    case integer
    /// A fraction, exactly known.
    case rational
    /// A real number known to any precision asked for.
    case real
    /// A number with an imaginary part that is not zero.
    case complex
    /// `true` or `false`.
    case boolean
    /// A word.
    case string
    /// Several values in order.
    case list
    /// Rows of values.
    case matrix
    /// A physical quantity.
    case unit
    /// Something that can be called.
    case function
    /// Nothing.
    case null
}
