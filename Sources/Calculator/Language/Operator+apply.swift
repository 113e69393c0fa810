import Numbers

/// What the operators of the language make of values. Each has its row in `OperatorTable.swift`.

extension PrefixOperator {
    /// The value of the operator before its operand.
    func apply(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch self {
        case .plus: value
        case .minus: try Operators.multiply(.integer(-1), value, context)
        case .bitNot: try MathOperation.bitNot.call([value], [], context)
        case .not: try MathOperation.not.function(Arguments(values: [value]), context)
        }
    }
}

extension PostfixOperator {
    /// The value of the operator after its operand.
    func apply(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch self {
        case .factorial: try MathOperation.factorial.call([value], [], context)
        case .transpose: try MathOperation.ctranspose.call([value], [], context)
        case .percent: try Operators.divide(value, .integer(100), context)
        }
    }
}

extension BinaryOperator {
    /// The value of the operator between two operands; those of a logical operator are truth values.
    func apply(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch self {
        case .or: try MathOperation.or.function(Arguments(values: [a, b]), context)
        case .xor: try MathOperation.xor.function(Arguments(values: [a, b]), context)
        case .and: try MathOperation.and.function(Arguments(values: [a, b]), context)
        case .bitOr: try MathOperation.bitOr.call([a, b], [], context)
        case .bitXor: try MathOperation.bitXor.call([a, b], [], context)
        case .bitAnd: try MathOperation.bitAnd.call([a, b], [], context)
        case .leftShift: try MathOperation.leftShift.call([a, b], [], context)
        case .rightShift: try MathOperation.rightArithShift.call([a, b], [], context)
        case .logicalRightShift: try MathOperation.rightLogShift.call([a, b], [], context)
        case .to: try Broadcasting.map(a) { x throws(Fault) in try MathOperation.to.call([x, b], [], context) }
        case .add: try Operators.add(a, b, context)
        case .subtract: try Operators.subtract(a, b, context)
        case .multiply, .implicit: try Operators.multiply(a, b, context)
        case .divide: try Self.divide(a, b, context)
        case .elementMultiply: try Operators.multiplyElements(a, b, context)
        case .elementDivide: try Operators.divideElements(a, b, context)
        case .modulo: try MathOperation.mod.call([a, b], [], context)
        case .power: try Self.power(a, b, context)
        case .elementPower: try Operators.powerOfElements(a, b, context)
        }
    }

    /// A division by a matrix is a product with its inverse.
    private static func divide(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        guard b.isMatrix else { return try Operators.divide(a, b, context) }
        return try Operators.multiply(a, try MathOperation.inv.call([b], [], context), context)
    }

    /// A square matrix can be raised to a whole power; a negative one inverts it first.
    private static func power(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        guard case .list = a else { return try Operators.powerOfElements(a, b, context) }
        guard a.isMatrix else {
            throw Fault(.typeMismatch, "A list has no powers: for each element by itself write .^")
        }
        guard case .number(let exponent) = b, let n = exponent.asInteger?.asInt else {
            throw Fault(.typeMismatch, "A matrix is raised to whole powers: for each element by itself write .^")
        }
        let matrix = try a.rows()
        guard matrix.allSatisfy({ $0.count == matrix.count }) else {
            throw Fault(.dimensionMismatch, "Only a matrix with as many rows as columns has powers")
        }
        let base = n < 0 ? try inverse(matrix, context) : matrix
        return .matrix(try MatrixArithmetic.power(base, n.magnitude, context))
    }

    private static func inverse(_ matrix: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        try MathOperation.inv.call([.matrix(matrix)], [], context).rows()
    }
}
