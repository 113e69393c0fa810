import Numbers

/// Questions about what a value is.
extension MathOperation {
    static let isInteger = question(
        "isInteger", "Tells whether a number is whole.",
        examples: ["isInteger(6/2)": "true", "isInteger(0.5)": "false"]
    ) { x, context throws(Fault) in
        guard try x.isReal(context) else { return false }
        if let value = x.asRational { return value.isInteger }
        let floor = Number(try x.floor(context))
        return try x.equals(floor, context)
    }

    static let isPositive = question(
        "isPositive", "Tells whether a number is greater than 0.",
        examples: ["isPositive(3)": "true", "isPositive(0)": "false"]
    ) { x, context throws(Fault) in try x.compare(Number(0), context) > 0 }

    static let isNegative = question(
        "isNegative", "Tells whether a number is less than 0.",
        examples: ["isNegative(-1/2)": "true", "isNegative(sqrt(2) - 1.5)": "true"]
    ) { x, context throws(Fault) in try x.compare(Number(0), context) < 0 }

    static let isZero = question(
        "isZero", "Tells whether a number is 0, exactly.",
        examples: ["isZero(sqrt(2)^2 - 2)": "true", "isZero(1e-300)": "false"]
    ) { x, context throws(Fault) in try x.isZero(context) }

    static let isNaN = question(
        "isNaN", "Tells whether a number is none: never here, where such a result is an error.",
        examples: ["isNaN(2)": "false"]
    ) { _, _ in false }

    static let isNumeric = MathOperation(
        "isNumeric", .logic, "Tells whether a value is a number or a truth value.", [.any("x", "any value")],
        examples: ["isNumeric(2)": "true", "isNumeric(\"2\")": "false", "isNumeric([2, \"a\"])": "[true, false]"]
    ) { arguments, _ throws(Fault) in
        try Broadcasting.map(try arguments.value(0)) { x in .boolean(Operators.number(x) != nil) }
    }

    static let hasNumericValue = MathOperation(
        "hasNumericValue", .logic, "Tells whether a value is a number, a truth value, or a text that is a number.",
        [.any("x", "any value")],
        examples: ["hasNumericValue(\"2.5\")": "true", "hasNumericValue(\"two\")": "false"]
    ) { arguments, _ throws(Fault) in
        try Broadcasting.map(try arguments.value(0)) { x in
            if case .string(let text, _) = x { return .boolean((try? Rational(parsing: text)) != nil) }
            return .boolean(Operators.number(x) != nil)
        }
    }

    static let typeOf = MathOperation(
        "typeOf", .logic, "What kind of value it is, in the words of mathjs.", [.any("x", "any value")],
        examples: [
            "typeOf(3.5)": "\"number\"", "typeOf(2i)": "\"Complex\"", "typeOf([1, 2])": "\"DenseMatrix\"",
            "typeOf(5 cm)": "\"Unit\"",
        ]
    ) { arguments, context throws(Fault) in
        let name =
            switch try arguments.value(0) {
            case .number(let number): try number.isReal(context) ? "number" : "Complex"
            case .boolean: "boolean"
            case .string: "string"
            case .null: "null"
            case .list: "DenseMatrix"
            case .quantity: "Unit"
            case .function: "function"
            }
        return .string(name)
    }

    private static func question(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ answer: @escaping @Sendable (Number, EvaluationContext) throws(Fault) -> Bool
    ) -> MathOperation {
        MathOperation(name, .logic, summary, [.number("x", "any number, or a list of such")], examples: examples) {
            arguments, context throws(Fault) in
            .boolean(try answer(try arguments.number(0), context))
        }
    }
}
