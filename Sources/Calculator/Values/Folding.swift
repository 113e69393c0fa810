import Numbers

/// Puts the numbers of a list together in a balanced tree: operands of equal size keep long lists of long numbers
/// near linear time, where one after the other would be quadratic.
enum Folding {
    static func sum(_ numbers: [Number], _ context: EvaluationContext) throws(Fault) -> Number {
        if numbers.isEmpty { return Number(0) }
        return try fold(numbers[...], context) { a, b throws(Fault) in try a.adding(b, context) }
    }

    static func product(_ numbers: [Number], _ context: EvaluationContext) throws(Fault) -> Number {
        if numbers.isEmpty { return Number(1) }
        return try fold(numbers[...], context) { a, b throws(Fault) in try a.multiplied(by: b, context) }
    }

    /// Folds a list that is not empty.
    static func fold<Element>(
        _ elements: ArraySlice<Element>, _ context: EvaluationContext,
        _ combine: (Element, Element) throws(Fault) -> Element
    ) throws(Fault) -> Element {
        if elements.count == 1 { return elements[elements.startIndex] }
        let middle = elements.startIndex + elements.count / 2
        let left = try fold(elements[..<middle], context, combine)
        let right = try fold(elements[middle...], context, combine)
        if elements.count > 64 { try context.checkDeadline() }
        return try combine(left, right)
    }
}
