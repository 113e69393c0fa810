import Numbers

/// What an operation makes of quantities among its arguments.
enum QuantityRule: Sendable {
    /// It takes quantities itself, or refuses them.
    case own
    /// The value for one quantity.
    case unary(Unary)
    /// Two values are combined as by this operator.
    case binary(BinaryOperator)
    /// The value for all that are given, in one list.
    case fold(Fold)
    /// One quantity is an angle, whose number of radians is meant.
    case angle

    typealias Unary = @Sendable (Quantity, EvaluationContext) throws(Fault) -> Value
    typealias Fold = @Sendable ([Value], EvaluationContext) throws(Fault) -> Value
}

extension MathOperation {
    /// The value where a quantity stands among the arguments; nil where none does, or the operation takes it itself.
    /// - Throws: as the operation; `type_mismatch` when it has no meaning for quantities.
    func valueOfQuantities(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        switch traits.quantity {
        case .own: return nil
        case .unary(let function):
            guard arguments.count == 1, case .quantity(let quantity) = arguments[0] else { return nil }
            return try function(quantity, context)
        case .binary(let combining):
            guard arguments.count == 2, arguments.contains(where: \.holdsQuantity) else { return nil }
            let symbol = combining.word
            return try Broadcasting.combine(arguments[0], arguments[1], symbol) { a, b throws(Fault) in
                if let value = try QuantityOperators.combine(symbol, a, b, context) { return value }
                // Without a quantity the pair is the function's own; with one, nobody knows what to do with the other.
                guard !a.isQuantity, !b.isQuantity else { throw .operandsOfNoUse(symbol, a, b) }
                return try call([a, b], [], context)
            }
        case .fold(let fold):
            guard arguments.contains(where: \.holdsQuantity) else { return nil }
            return try fold(arguments.flatMap(\.flattened), context)
        case .angle:
            guard arguments.count == 1, arguments[0].holdsQuantity else { return nil }
            return try call([try arguments[0].inRadians(context)], [], context)
        }
    }
}

extension Value {
    var isQuantity: Bool {
        if case .quantity = self { true } else { false }
    }

    /// Whether it is a quantity or a list with one.
    fileprivate var holdsQuantity: Bool {
        switch self {
        case .quantity: true
        case .list(let elements): elements.contains(where: \.holdsQuantity)
        default: false
        }
    }

    /// Angles as numbers, everything else as it is.
    fileprivate func inRadians(_ context: EvaluationContext) throws(Fault) -> Value {
        try Broadcasting.map(self) { x throws(Fault) in
            guard case .quantity(let quantity) = x else { return x }
            guard let angle = try quantity.radians(context) else {
                throw Fault(.unitMismatch, parameter: "x", "Give an angle, such as 45 deg, not \(quantity.units)")
            }
            return .number(angle)
        }
    }
}
