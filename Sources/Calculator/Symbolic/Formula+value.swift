import Numbers

extension Formula {
    /// The value with a number in place of the variable, in the program that is running.
    func value(_ variable: String, at x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        let value = try context.program.evaluate(node, with: [variable: .number(x)])
        guard case .number(let number) = value else {
            throw Fault(.numberExpected, parameter: "expr", "Give an expression whose value is a number")
        }
        return number
    }

    /// The value of a formula without a variable.
    func value(_ context: EvaluationContext) throws(Fault) -> Number { try value("", at: Number(0), context) }
}
