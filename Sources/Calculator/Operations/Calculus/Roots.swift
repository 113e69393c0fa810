import Numbers

extension MathOperation {
    static let findRoots = symbolic(
        "findRoots",
        "All real roots of an expression in an interval, in order, each once; their number and every digit are proven.",
        [
            .expression("expr", "the expression as text, or a function of one variable"),
            .variable("variable", "the unknown", default: "x"),
            .real("a", "the lower end of the interval"), .real("b", "the upper end of the interval"),
        ],
        traits: .init(synonyms: ["solve"]),
        examples: [
            "findRoots(\"cos(x) - x\", \"x\", 0, 2)": "[0.73908513321516064166]",
            "findRoots(\"x^3 - x\", \"x\", -2, 2)": "[-1, 0, 1]", "findRoots(\"sin(x)\", \"x\", 0, 7)": "[0, pi, 2*pi]",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        let formula = try FormulaReader.formula(of: try arguments.value(0), in: variable, context)
        let equation = Equation(
            formula: formula.simplified, variable: variable, start: try arguments.number(2),
            end: try arguments.number(3), context: context)
        return .list(try equation.roots().map { .number($0) })
    }
}
