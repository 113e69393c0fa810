/// Combines lists element by element, and a single value with every element.
enum Broadcasting {
    /// - Throws: `dimension_mismatch` when the lists differ in length.
    static func combine(
        _ a: Value, _ b: Value, _ symbol: String, _ combine: (Value, Value) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        switch (a, b) {
        case (.list(let left), .list(let right)):
            guard left.count == right.count else {
                throw Fault(
                    .dimensionMismatch,
                    "The operator \(symbol) needs lists of one length, not of \(left.count) and \(right.count)")
            }
            var values: [Value] = []
            values.reserveCapacity(left.count)
            for (x, y) in zip(left, right) { values.append(try Self.combine(x, y, symbol, combine)) }
            return .list(values)
        case (.list(let left), _):
            var values: [Value] = []
            values.reserveCapacity(left.count)
            for x in left { values.append(try Self.combine(x, b, symbol, combine)) }
            return .list(values)
        case (_, .list(let right)):
            var values: [Value] = []
            values.reserveCapacity(right.count)
            for y in right { values.append(try Self.combine(a, y, symbol, combine)) }
            return .list(values)
        default: return try combine(a, b)
        }
    }

    /// The function of every element of nested lists; of anything else, that alone.
    static func map(_ value: Value, _ function: (Value) throws(Fault) -> Value) throws(Fault) -> Value {
        guard case .list(let elements) = value else { return try function(value) }
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try map(element, function)) }
        return .list(values)
    }
}
