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
