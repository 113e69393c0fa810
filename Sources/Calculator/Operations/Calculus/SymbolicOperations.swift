import Numbers

extension MathOperation {
    static let derivative = symbolic(
        "derivative",
        "Derivative of an expression, simplified, as text; absolute values and roots are those of real numbers.",
        [
            .expression("expr", "the expression as text, or a function of one variable"),
            .variable("variable", "the variable to differentiate by", default: "x"),
            .integer("order", "how many times to differentiate", minimum: 1, maximum: 20, default: "1"),
        ],
        traits: .init(synonyms: ["diff"]),
        examples: [
            "derivative(\"x^3\", \"x\")": "\"3 * x^2\"", "derivative(\"sin(2x)\", \"x\")": "\"2 * cos(2 * x)\"",
            "derivative(\"log(x)\", \"x\", 2)": "\"-1 / x^2\"",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        var formula = try FormulaReader.formula(of: try arguments.value(0), in: variable, context)
        for _ in 0..<(try arguments.int(2)) {
            try context.checkDeadline()
            formula = try formula.derivative(variable)
            guard formula.size <= FormulaText.sizeLimit else { throw .formulaTooLarge }
            formula = formula.simplified
        }
        return try FormulaText.value(of: formula)
    }

    static let simplify = symbolic(
        "simplify",
        "Shorter form of an expression with the same value wherever that has one, as text.",
        [.expression("expr", "the expression as text")],
        examples: [
            "simplify(\"2x + 3x\")": "\"5 * x\"", "simplify(\"x^2 * x / x^4\")": "\"1 / x\"",
            "simplify(\"(x^2 - 1) / (x - 1)\")": "\"x + 1\"",
        ]
    ) { arguments, context throws(Fault) in
        let formula = try FormulaReader.formula(of: try arguments.value(0), in: "x", context)
        return try FormulaText.value(of: formula.simplified)
    }
}

extension MathOperation {
    /// An operation on formulas: they may be nested as deeply as expressions, and more so once functions are put in.
    static func symbolic(
        _ name: String, _ summary: String, _ parameters: [Parameter], traits: Traits = Traits(),
        examples: KeyValuePairs<String, String>,
        _ function: @escaping Function
    ) -> MathOperation {
        MathOperation(
            name, .calculus, summary, parameters, cost: .quick(upToDigits: 0), traits: traits, examples: examples
        ) {
            arguments, context throws(Fault) in
            try Stack.deep { () throws(Fault) in try function(arguments, context) }
        }
    }
}

/// Formulas as results.
enum FormulaText {
    /// Beyond this size a formula helps nobody.
    static let sizeLimit = 5_000

    static func value(of formula: Formula) throws(Fault) -> Value {
        if formula.dividesByZero { throw Fault(.divisionByZero, "Division by zero") }
        let text = formula.text
        guard text.utf8.count <= Limits.sourceBytes else { throw .formulaTooLarge }
        return .string(text, isExpression: true)
    }
}

/// The names that may stand for an unknown.
enum VariableName {
    static func checked(_ name: String, _ context: EvaluationContext) throws(Fault) -> String {
        guard case .symbol(name)? = (try? Parser.expression(of: name))?.kind else {
            throw Fault(.syntaxError, parameter: "variable", "Give the name of a variable, such as x")
        }
        if NamedConstants.names.contains(name) || name == "π" || name == "end" {
            throw Fault(
                .conflict, parameter: "variable", "\(name) is a constant of the language: choose another variable")
        }
        return name
    }
}
