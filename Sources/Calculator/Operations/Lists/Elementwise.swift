/// The element-wise operators as functions.
extension MathOperation {
    static let dotMultiply = elementwise(
        "dotMultiply", "The products of the elements of two lists: a .* b.",
        examples: ["dotMultiply([1, 2, 3], [4, 5, 6])": "[4, 10, 18]"]
    ) { a, b, context throws(Fault) in try Operators.multiplyElements(a, b, context) }

    static let dotDivide = elementwise(
        "dotDivide", "The quotients of the elements of two lists: a ./ b.",
        examples: ["dotDivide([1, 2, 3], [2, 2, 4])": "[1/2, 1, 3/4]"]
    ) { a, b, context throws(Fault) in try Operators.divideElements(a, b, context) }

    static let dotPow = elementwise(
        "dotPow", "The powers of the elements of a list: a .^ b.", examples: ["dotPow([1, 2, 3], 2)": "[1, 4, 9]"]
    ) { a, b, context throws(Fault) in try Operators.powerOfElements(a, b, context) }

    private static func elementwise(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Value, Value, EvaluationContext) throws(Fault) -> Value
    ) -> MathOperation {
        MathOperation(
            name, .lists, summary, [.any("a", "the first list or number"), .any("b", "the second list or number")],
            cost: .quick(upToDigits: 0), examples: examples
        ) { arguments, context throws(Fault) in
            try function(try arguments.value(0), try arguments.value(1), context)
        }
    }
}
