/// What the evaluation of an expression gives back.
public struct ExpressionAnswer: Sendable {
    /// The source as it was given.
    public let source: String
    /// How many significant digits were asked for.
    public let precision: Int
    /// The value of the last statement.
    public let value: ExpressionValue
    /// Of several statements, the values of all that no semicolon hides.
    public let values: [ExpressionValue]?
    /// The source as LaTeX.
    public let sourceLaTeX: String

    /// An answer put together from its parts.
    public init(
        source: String, precision: Int, value: ExpressionValue, values: [ExpressionValue]?, sourceLaTeX: String
    ) {
        self.source = source
        self.precision = precision
        self.value = value
        self.values = values
        self.sourceLaTeX = sourceLaTeX
    }
}

/// One value of an expression, in every form that an answer has.
public struct ExpressionValue: Sendable {
    /// The value as JSON knows it.
    public let result: ResultValue
    /// The exact value as text of the language; nil when no closed form is known.
    public let exact: String?
    /// The value correctly rounded to the digits asked for.
    public let decimal: String
    /// What kind of value it is.
    public let type: ValueType
    /// The value as LaTeX: exactly where that is short, else rounded; nil for the value of a single operation.
    public let latex: String?

    /// A value put together from its forms.
    public init(result: ResultValue, exact: String?, decimal: String, type: ValueType, latex: String?) {
        self.result = result
        self.exact = exact
        self.decimal = decimal
        self.type = type
        self.latex = latex
    }
}
