import Numbers

/// What functions of numbers make of quantities.
enum QuantityFunctions {
    /// The value where a quantity stands among the arguments of a function that takes numbers; nil where none does, or
    /// the function takes quantities itself.
    /// - Throws: as the function; `type_mismatch` when it has no meaning for quantities.
    static func value(
        _ operation: MathOperation, _ arguments: [Value], _ context: EvaluationContext
    ) throws(Fault) -> Value? {
        let quantities = arguments.flatMap(\.flattened).filter(\.isQuantity)
        guard !quantities.isEmpty else { return nil }
        if let function = unary[operation.name], arguments.count == 1, case .quantity(let quantity) = arguments[0] {
            return try function(quantity, context)
        }
        if let symbol = binary[operation.name], arguments.count == 2 {
            return try Broadcasting.combine(arguments[0], arguments[1], symbol) { a, b throws(Fault) in
                if let value = try QuantityOperators.combine(symbol, a, b, context) { return value }
                // Without a quantity the pair is the function's own; with one, nobody knows what to do with the other.
                guard !a.isQuantity, !b.isQuantity else { throw .operandsOfNoUse(symbol, a, b) }
                return try operation.call([a, b], [], context)
            }
        }
        if let fold = folds[operation.name] { return try fold(arguments.flatMap(\.flattened), context) }
        guard operation.category == .trigonometry, arguments.count == 1 else { return nil }
        return try operation.call([try radians(arguments[0], context)], [], context)
    }

    private typealias Unary = @Sendable (Quantity, EvaluationContext) throws(Fault) -> Value
    private typealias Fold = @Sendable ([Value], EvaluationContext) throws(Fault) -> Value

    private static let unary: [String: Unary] = [
        "abs": { x, context throws(Fault) in .quantity(try x.magnitude(context)) },
        "negate": { x, _ in .quantity(x.negated) },
        "sign": { x, context throws(Fault) in .integer(try x.sign(context)) },
        "square": { x, context throws(Fault) in try x.power(2, context) },
        "cube": { x, context throws(Fault) in try x.power(3, context) },
        "sqrt": { x, context throws(Fault) in try x.power(.constant("1/2"), context) },
        "cbrt": { x, context throws(Fault) in try x.power(.constant("1/3"), context) },
        "reciprocal": { x, context throws(Fault) in .quantity(try x.reciprocal(context)) },
    ]

    private static let binary = [
        "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "pow": "^",
    ]

    private static let folds: [String: Fold] = [
        "sum": { values, context throws(Fault) in try sum(values, context) },
        "mean": { values, context throws(Fault) in
            let sum = try sum(values, context)
            return try QuantityOperators.combine("/", sum, .integer(values.count), context) ?? sum
        },
        "min": { values, context throws(Fault) in
            try Folding.fold(values[...], context) { a, b throws(Fault) in
                try Comparing.order(b, a, context) < 0 ? b : a
            }
        },
        "max": { values, context throws(Fault) in
            try Folding.fold(values[...], context) { a, b throws(Fault) in
                try Comparing.order(a, b, context) < 0 ? b : a
            }
        },
    ]

    private static func sum(_ values: [Value], _ context: EvaluationContext) throws(Fault) -> Value {
        try Folding.fold(values[...], context) { a, b throws(Fault) in
            try Operators.add(a, b, context)
        }
    }

    /// Angles as numbers, everything else as it is.
    private static func radians(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        try Broadcasting.map(value) { x throws(Fault) in
            guard case .quantity(let quantity) = x else { return x }
            guard let angle = try quantity.radians(context) else {
                throw Fault(.unitMismatch, parameter: "x", "Give an angle, such as 45 deg, not \(quantity.units)")
            }
            return .number(angle)
        }
    }
}

extension Value {
    var isQuantity: Bool {
        if case .quantity = self { true } else { false }
    }
}
