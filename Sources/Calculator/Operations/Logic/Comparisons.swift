import Numbers

extension MathOperation {
    static let equal = comparison(
        "equal", .equal, "Tells whether two values are equal, exactly.",
        examples: ["equal(0.1 + 0.2, 0.3)": "true", "equal([1, 2], [1, 3])": "[true, false]"]
    )

    static let unequal = comparison(
        "unequal", .unequal, "Tells whether two values differ.", examples: ["unequal(2, 3)": "true"]
    )

    static let smaller = comparison(
        "smaller", .less, "Tells whether the first is less than the second.",
        examples: ["smaller(sqrt(2), 1.5)": "true", "smaller(5 cm, 2 inch)": "true"]
    )

    static let larger = comparison(
        "larger", .greater, "Tells whether the first is greater than the second.",
        examples: ["larger(pi, 22/7)": "false"]
    )

    static let smallerEq = comparison(
        "smallerEq", .lessOrEqual, "Tells whether the first is at most the second.",
        examples: ["smallerEq(1/3, 2/6)": "true"]
    )

    static let largerEq = comparison(
        "largerEq", .greaterOrEqual, "Tells whether the first is at least the second.",
        examples: ["largerEq(1, 2)": "false"]
    )

    static let deepEqual = MathOperation(
        "deepEqual", .logic, "Tells whether two values are equal as a whole: lists with all their elements.",
        [.any("a", "the first value"), .any("b", "the second value")],
        examples: ["deepEqual([1, [2, 3]], [1, [2, 6/2]])": "true", "deepEqual([1], [1, 2])": "false"]
    ) { arguments, context throws(Fault) in
        .boolean(try Comparing.areEqual(try arguments.value(0), try arguments.value(1), context))
    }

    private static func comparison(
        _ name: String, _ symbol: ComparisonOperator, _ summary: String, examples: KeyValuePairs<String, String>
    ) -> MathOperation {
        MathOperation(
            name, .logic, summary, [.any("a", "the first value or list"), .any("b", "the second value or list")],
            examples: examples
        ) { arguments, context throws(Fault) in
            try Operators.compare(symbol, try arguments.value(0), try arguments.value(1), context)
        }
    }
}
