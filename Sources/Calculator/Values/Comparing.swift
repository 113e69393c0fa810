import Numbers

/// Comparisons of single values, exact ones: what cannot be decided is an error.
enum Comparing {
    /// Whether the comparison holds.
    static func holds(
        _ symbol: ComparisonOperator, _ a: Value, _ b: Value, _ context: EvaluationContext
    ) throws(Fault) -> Bool {
        switch symbol {
        case .equal: return try areEqual(a, b, context)
        case .unequal: return !(try areEqual(a, b, context))
        case .less: return try order(a, b, context) < 0
        case .lessOrEqual: return try order(a, b, context) <= 0
        case .greater: return try order(a, b, context) > 0
        case .greaterOrEqual: return try order(a, b, context) >= 0
        }
    }

    /// Whether both are the same value; lists element by element.
    static func areEqual(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Bool {
        switch (a, b) {
        case (.string(let x, _), .string(let y, _)): return x == y
        case (.null, .null): return true
        case (.quantity(let x), .quantity(let y)): return try x.equals(y, context)
        case (.list(let x), .list(let y)):
            guard x.count == y.count else { return false }
            for (left, right) in zip(x, y) where !(try areEqual(left, right, context)) { return false }
            return true
        default:
            guard let x = Operators.number(a), let y = Operators.number(b) else { return false }
            return try x.equals(y, context)
        }
    }

    /// -1, 0 or 1.
    static func order(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Int {
        if case .string(let x, _) = a, case .string(let y, _) = b { return x < y ? -1 : x == y ? 0 : 1 }
        if case .quantity(let x) = a, case .quantity(let y) = b { return try x.compare(y, context) }
        guard let x = Operators.number(a), let y = Operators.number(b) else {
            throw Fault(.typeMismatch, "There is no order between \(a.kind) and \(b.kind)")
        }
        return try x.compare(y, context)
    }
}
