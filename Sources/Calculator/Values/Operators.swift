import Numbers

/// The operators of the language over values of every kind.
enum Operators {
    /// The value of an operator before its operand.
    static func apply(_ symbol: PrefixOperator, _ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch symbol {
        case .plus: return value
        case .minus: return try apply(.multiply, .integer(-1), value, context)
        case .bitNot: return try operation("bitNot", [value], context)
        case .not:
            return try Broadcasting.map(value) { x throws(Fault) in .boolean(!(try truth(of: x, context))) }
        }
    }

    /// The value of an operator after its operand.
    static func apply(_ symbol: PostfixOperator, _ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch symbol {
        case .factorial: try operation("factorial", [value], context)
        case .transpose: try operation("ctranspose", [value], context)
        case .percent: try apply(.divide, value, .integer(100), context)
        }
    }

    /// The value of an operator between two operands.
    static func apply(
        _ symbol: BinaryOperator, _ a: Value, _ b: Value, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        switch symbol {
        case .add: return try elementwise(a, b, "+", context) { x, y throws(Fault) in try x.adding(y, context) }
        case .subtract:
            return try elementwise(a, b, "-", context) { x, y throws(Fault) in try x.subtracting(y, context) }
        case .multiply, .implicit: return try multiply(a, b, context)
        case .divide: return try divide(a, b, context)
        case .elementMultiply:
            return try elementwise(a, b, ".*", context) { x, y throws(Fault) in try x.multiplied(by: y, context) }
        case .elementDivide:
            return try elementwise(a, b, "./", context) { x, y throws(Fault) in try x.divided(by: y, context) }
        case .modulo: return try operation("mod", [a, b], context)
        case .leftShift: return try operation("leftShift", [a, b], context)
        case .rightShift: return try operation("rightArithShift", [a, b], context)
        case .logicalRightShift: return try operation("rightLogShift", [a, b], context)
        case .bitAnd: return try operation("bitAnd", [a, b], context)
        case .bitXor: return try operation("bitXor", [a, b], context)
        case .bitOr: return try operation("bitOr", [a, b], context)
        case .to: return try Broadcasting.map(a) { x throws(Fault) in try operation("to", [x, b], context) }
        case .and, .or, .xor:
            let (left, right) = (try truth(of: a, context), try truth(of: b, context))
            return .boolean(symbol == .and ? left && right : symbol == .or ? left || right : left != right)
        }
    }

    /// a ^ b and a .^ b; a square matrix can be raised to a whole power.
    static func power(
        _ a: Value, _ b: Value, isElementwise: Bool, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        if !isElementwise, a.isMatrix {
            guard case .number(let exponent) = b, let n = exponent.asInteger?.asInt else {
                throw Fault(.typeMismatch, "A matrix is raised to whole powers: for each element by itself write .^")
            }
            return .matrix(try MatrixArithmetic.power(try Arguments(values: [a]).matrix(0), n, context))
        }
        if !isElementwise, case .list = a {
            throw Fault(.typeMismatch, "A list has no powers: for each element by itself write .^")
        }
        return try elementwise(a, b, "^", context) { x, y throws(Fault) in try Power.of(x, y, context) }
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
            return try Broadcasting.combine(a, b, symbol.rawValue) { x, y throws(Fault) in
                try compare(symbol, x, y, context)
            }
        default: return .boolean(try Comparing.holds(symbol, a, b, context))
        }
    }

    private static func multiply(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        if case .list = a, case .list = b { return try MatrixArithmetic.multiply(a, b, context) }
        return try elementwise(a, b, "*", context) { x, y throws(Fault) in try x.multiplied(by: y, context) }
    }

    private static func divide(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        if b.isMatrix { return try apply(.multiply, a, try operation("inv", [b], context), context) }
        return try elementwise(a, b, "/", context) { x, y throws(Fault) in try x.divided(by: y, context) }
    }

    private static func elementwise(
        _ a: Value, _ b: Value, _ symbol: String, _ context: EvaluationContext,
        _ combine: (Number, Number) throws(Fault) -> Number
    ) throws(Fault) -> Value {
        try Broadcasting.combine(a, b, symbol) { x, y throws(Fault) in
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

    private static func operation(
        _ name: String, _ values: [Value], _ context: EvaluationContext
    ) throws(Fault) -> Value {
        guard let operation = Catalogue.operation(named: name) else {
            throw Fault(.undefinedFunction, "This operator needs the operation \(name), which does not exist")
        }
        return try operation.call(values, [], context)
    }
}

extension Fault {
    /// An operator between values of kinds that it does not take together.
    static func operandsOfNoUse(_ symbol: String, _ a: Value, _ b: Value) -> Fault {
        Fault(.typeMismatch, "The operator \(symbol) takes numbers here, not \(a.kind) and \(b.kind)")
    }
}
