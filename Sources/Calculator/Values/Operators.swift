import Numbers

/// Arithmetic, comparison and truth of values of every kind: what the operators of the language are made of.
enum Operators {
    /// a + b, element by element.
    static func add(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try elementwise(a, b, .add, context) { x, y throws(Fault) in try x.adding(y, context) }
    }

    /// a - b, element by element.
    static func subtract(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try elementwise(a, b, .subtract, context) { x, y throws(Fault) in try x.subtracting(y, context) }
    }

    /// a * b: of two lists the product of matrices or the scalar product.
    static func multiply(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        if case .list = a, case .list = b { return try MatrixArithmetic.multiply(a, b, context) }
        return try multiplyElements(a, b, .multiply, context)
    }

    /// a .* b
    static func multiplyElements(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try multiplyElements(a, b, .elementMultiply, context)
    }

    /// a / b, where b is no matrix.
    static func divide(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try divideElements(a, b, .divide, context)
    }

    /// a ./ b
    static func divideElements(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try divideElements(a, b, .elementDivide, context)
    }

    /// a .^ b, and of what is no list a ^ b.
    static func powerOfElements(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try elementwise(a, b, .power, context) { x, y throws(Fault) in try Power.of(x, y, context) }
    }

    /// What `not`, `and`, `or` and `?` make of a value: a number is true unless it is 0.
    static func truth(of value: Value, _ context: EvaluationContext) throws(Fault) -> Bool {
        switch value {
        case .boolean(let flag): return flag
        case .number(let number): return !(try number.isZero(context))
        case .quantity(let quantity): return !(try quantity.value?.isZero(context) ?? false)
        case .null: return false
        default: throw Fault(.booleanExpected, "Give true or false, or a number, not \(value.kind)")
        }
    }

    /// A comparison; lists are compared element by element.
    static func compare(
        _ symbol: ComparisonOperator, _ a: Value, _ b: Value, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        switch (a, b) {
        case (.list, _), (_, .list):
            return try Broadcasting.combine(a, b, symbol.word) { x, y throws(Fault) in
                try compare(symbol, x, y, context)
            }
        default: return .boolean(try Comparing.holds(symbol, a, b, context))
        }
    }

    private static func multiplyElements(
        _ a: Value, _ b: Value, _ symbol: BinaryOperator, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        try elementwise(a, b, symbol, context) { x, y throws(Fault) in try x.multiplied(by: y, context) }
    }

    private static func divideElements(
        _ a: Value, _ b: Value, _ symbol: BinaryOperator, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        try elementwise(a, b, symbol, context) { x, y throws(Fault) in try x.divided(by: y, context) }
    }

    private static func elementwise(
        _ a: Value, _ b: Value, _ symbol: BinaryOperator, _ context: EvaluationContext,
        _ combine: (Number, Number) throws(Fault) -> Number
    ) throws(Fault) -> Value {
        let symbol = symbol.word
        return try Broadcasting.combine(a, b, symbol) { x, y throws(Fault) in
            if let value = try QuantityOperators.combine(symbol, x, y, context) { return value }
            guard let first = number(x), let second = number(y) else {
                throw .operandsOfNoUse(symbol, x, y)
            }
            return .number(try combine(first, second))
        }
    }

    /// The number that a value counts as: `true` is 1.
    static func number(_ value: Value) -> Number? {
        switch value {
        case .number(let number): number
        case .boolean(let flag): Number(flag ? 1 : 0)
        default: nil
        }
    }
}

extension Fault {
    /// An operator between values of kinds that it does not take together.
    static func operandsOfNoUse(_ symbol: String, _ a: Value, _ b: Value) -> Fault {
        Fault(.typeMismatch, "The operator \(symbol) takes numbers here, not \(a.kind) and \(b.kind)")
    }
}
