import Numbers

/// The operators of the language over quantities.
enum QuantityOperators {
    /// The value when at least one operand is a quantity; nil when none is.
    static func combine(
        _ symbol: String, _ a: Value, _ b: Value, _ context: EvaluationContext
    ) throws(Fault) -> Value? {
        let operands = (unit(a) ?? a, unit(b) ?? b)
        switch operands {
        case (.quantity(let x), .quantity(let y)): return try combine(symbol, x, y, context)
        case (.quantity(let x), _):
            guard let y = Operators.number(operands.1) else { return nil }
            return try combine(symbol, x, y, context)
        case (_, .quantity(let y)):
            guard let x = Operators.number(operands.0) else { return nil }
            return try combine(symbol, x, y, context)
        default: return nil
        }
    }

    /// The unit that has a function's name, such as `min`: a function is no operand.
    static func unit(_ value: Value) -> Value? {
        guard case .function(.operation(let operation)) = value, let unit = UnitTable.unit(named: operation.name) else {
            return nil
        }
        return .quantity(Quantity(unit))
    }

    private static func combine(
        _ symbol: String, _ a: Quantity, _ b: Quantity, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        switch symbol {
        case "+": return .quantity(try a.adding(b, context))
        case "-": return .quantity(try a.subtracting(b, context))
        case "*", ".*": return try a.multiplied(by: b, context)
        case "/", "./": return try a.divided(by: b, context)
        default: throw Fault(.typeMismatch, "The operator \(symbol) takes a plain number on the right, not a quantity")
        }
    }

    private static func combine(
        _ symbol: String, _ a: Quantity, _ b: Number, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        switch symbol {
        case "*", ".*": return .quantity(try a.multiplied(by: b, context))
        case "/", "./": return .quantity(try a.divided(by: b, context))
        case "^":
            guard let exponent = b.asRational else {
                throw Fault(.domain, "A quantity is raised to whole powers: give an exact exponent")
            }
            return try a.power(exponent, context)
        default: throw .plainNumber(symbol, a)
        }
    }

    private static func combine(
        _ symbol: String, _ a: Number, _ b: Quantity, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        switch symbol {
        case "*", ".*": return .quantity(try b.multiplied(by: a, context))
        case "/", "./": return .quantity(try b.reciprocal(context).multiplied(by: a, context))
        case "^": throw Fault(.typeMismatch, "An exponent has no unit: divide it by one first")
        default: throw .plainNumber(symbol, b)
        }
    }
}

extension Fault {
    fileprivate static func plainNumber(_ symbol: String, _ quantity: Quantity) -> Fault {
        let examples = quantity.dimension.examples.map { ", such as \($0)" } ?? ""
        return Fault(
            .unitMismatch,
            "The operator \(symbol) takes two quantities of one kind, not one and a plain number: give it a unit\(examples)"
        )
    }
}

/// Numbers and units side by side, so that they can be read back.
enum QuantityText {
    /// `5 cm`, `26/5 cm`, `(pi/4) rad`
    static func join(_ number: String, _ unit: String) -> String {
        let isPlain = number.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "./-+e".utf8.contains(byte)
        }
        return isPlain ? "\(number) \(unit)" : "(\(number)) \(unit)"
    }
}
