import Numbers

extension MathOperation {
    static let and = logical(
        "and", "True when both are true.", examples: ["and(true, 2)": "true", "and(0, 1)": "false"]
    ) { $0 && $1 }

    static let or = logical(
        "or", "True when at least one is true.", examples: ["or(false, 2)": "true", "or(0, false)": "false"]
    ) { $0 || $1 }

    static let xor = logical(
        "xor", "True when just one is true.", examples: ["xor(1, 0)": "true", "xor(1, 2)": "false"]
    ) { $0 != $1 }

    static let not = MathOperation(
        "not", .logic, "True when the value is false.", [.any("x", truth)],
        examples: ["not(2)": "false", "not(false)": "true", "not([0, 1])": "[true, false]"]
    ) { arguments, context throws(Fault) in
        try Broadcasting.map(try arguments.value(0)) { x throws(Fault) in
            .boolean(!(try Operators.truth(of: x, context)))
        }
    }

    private static let truth = "a truth value, a number (only 0 is false) or a quantity, or a list of such"

    private static func logical(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Bool, Bool) -> Bool
    ) -> MathOperation {
        MathOperation(name, .logic, summary, [.any("a", truth), .any("b", truth)], examples: examples) {
            arguments, context throws(Fault) in
            try Broadcasting.combine(try arguments.value(0), try arguments.value(1), name) { a, b throws(Fault) in
                .boolean(function(try Operators.truth(of: a, context), try Operators.truth(of: b, context)))
            }
        }
    }
}
