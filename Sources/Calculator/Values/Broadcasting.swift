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
            return .list(try left.map { x throws(Fault) in try Self.combine(x, b, symbol, combine) })
        case (_, .list(let right)):
            return .list(try right.map { y throws(Fault) in try Self.combine(a, y, symbol, combine) })
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
        let count = left.count == 1 ? right.count : left.count
        return .list(
            try (0..<count).map { index throws(Fault) in
                let (x, y) = (left[left.count == 1 ? 0 : index], right[right.count == 1 ? 0 : index])
                return try Self.combine(x, y, symbol, combine)
            })
    }

    /// The function of every element of nested lists; of anything else, that alone.
    static func map(_ value: Value, _ function: (Value) throws(Fault) -> Value) throws(Fault) -> Value {
        guard case .list(let elements) = value else { return try function(value) }
        return .list(try elements.map { element throws(Fault) in try map(element, function) })
    }
}
