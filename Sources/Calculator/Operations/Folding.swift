import Numbers

/// Puts the numbers of a list together in a balanced tree: operands of equal size keep long lists of long numbers
/// near linear time, where one after the other would be quadratic.
enum Folding {
    static func sum(_ numbers: [Rational], _ context: EvaluationContext) throws(Fault) -> Rational {
        if numbers.count == 2 { return numbers[0] + numbers[1] }
        return try fold(numbers[...], context) { a, b in a + b }
    }

    static func product(_ numbers: [Rational], _ context: EvaluationContext) throws(Fault) -> Rational {
        if numbers.count == 2 { return numbers[0] * numbers[1] }
        return try fold(numbers[...], context) { a, b in a * b }
    }

    /// Folds a list that is not empty.
    static func fold<Number>(
        _ numbers: ArraySlice<Number>, _ context: EvaluationContext,
        _ combine: (Number, Number) throws(Fault) -> Number
    ) throws(Fault) -> Number {
        if numbers.count == 1 { return numbers[numbers.startIndex] }
        let middle = numbers.startIndex + numbers.count / 2
        let left = try fold(numbers[..<middle], context, combine)
        let right = try fold(numbers[middle...], context, combine)
        if numbers.count > 64 { try context.checkDeadline() }
        return try combine(left, right)
    }
}
