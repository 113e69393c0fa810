/// Combines lists element by element, and a single value with every element.
///
/// What has fewer dimensions is combined with every part of the other that has as many, and what has one element in a
/// dimension with every one of the other, as mathjs and NumPy do it: a list is added to each row of a matrix.
enum Broadcasting {
    /// - Throws: `dimension_mismatch` when the lists differ in length.
    static func combine(
        _ a: Value, _ b: Value, _ symbol: String, _ combine: (Value, Value) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        switch (a, b) {
        case (.list(let left), .list(let right)) where a.depth == b.depth:
            return try elements(left, right, symbol, combine)
        case (.list(let left), _) where a.depth > b.depth:
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

    private static func elements(
        _ left: [Value], _ right: [Value], _ symbol: String, _ combine: (Value, Value) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        guard left.count == right.count || left.count == 1 || right.count == 1 else {
            throw Fault(
                .dimensionMismatch,
                "The operator \(symbol) needs lists of one length, not of \(left.count) and \(right.count)")
        }
        var values: [Value] = []
        let count = left.count == 1 ? right.count : left.count
        values.reserveCapacity(count)
        for index in 0..<count {
            let (x, y) = (left[left.count == 1 ? 0 : index], right[right.count == 1 ? 0 : index])
            values.append(try Self.combine(x, y, symbol, combine))
        }
        return .list(values)
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
