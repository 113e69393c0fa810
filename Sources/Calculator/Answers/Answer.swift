/// What a calculation gives back.
public struct Answer: Sendable {
    /// The operation's name.
    public let operation: String
    /// The arguments as they were given, in the order of the parameters.
    public let input: [(name: String, value: RawArgument)]
    /// The value in every form that an answer has.
    public let value: ExpressionValue
    /// How many significant digits `decimal` was asked for.
    public let precision: Int

    /// The answer of an operation to arguments in the order of its parameters.
    public init(
        operation: String, input: [(name: String, value: RawArgument)], value: ExpressionValue, precision: Int
    ) {
        self.operation = operation
        self.input = input
        self.value = value
        self.precision = precision
    }

    /// The value as JSON knows it.
    public var result: ResultValue { value.result }
    /// The exact value as text of the expression language; nil when no closed form is known.
    public var exact: String? { value.exact }
    /// The value, each number correctly rounded (to nearest, ties to even) to `precision` significant digits.
    public var decimal: String? { value.decimal }
    /// What kind of value it is.
    public var type: ValueType { value.type }
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
