import Numbers

/// What calculations work on.
enum Value: Sendable {
    /// A real or complex number.
    case number(Number)
    /// A truth value.
    case boolean(Bool)
    /// A text; whether it is an expression that an operation has made, such as `3 * x^2`.
    case string(String, isExpression: Bool = false)
    /// Nothing: `null`.
    case null
    /// Values in order: a vector. A matrix is a list of its rows, all of one length.
    case list([Value])
    /// A number of units of measure, or a unit alone.
    case quantity(Quantity)
    /// Something that can be called.
    case function(FunctionValue)
}

extension Value {
    static func rational(_ value: Rational) -> Value { .number(.rational(value)) }
    static func integer(_ value: Integer) -> Value { .number(.rational(Rational(value))) }
    static func integer(_ value: Int) -> Value { .number(.rational(Rational(value))) }
    static func ball(_ value: RealBall) -> Value { .number(.ball(ComplexBall(value))) }
    static func ball(_ value: ComplexBall) -> Value { .number(.ball(value)) }

    /// A matrix from its rows.
    static func matrix(_ rows: [[Number]]) -> Value {
        .list(rows.map { row in .list(row.map { .number($0) }) })
    }

    /// The number, when it is one.
    var asNumber: Number? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The elements, when it is a list.
    var asList: [Value]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    /// Whether it is a list of lists.
    var isMatrix: Bool {
        guard case .list(let rows) = self, case .list? = rows.first else { return false }
        return true
    }

    /// What it is, as a person says it.
    var kind: String {
        switch self {
        case .number: "a number"
        case .boolean: "true or false"
        case .string: "a text"
        case .null: "null"
        case .list: isMatrix ? "a matrix" : "a list"
        case .quantity: "a quantity"
        case .function: "a function"
        }
    }
}
