import Numbers

/// A polynomial in one variable as it was given: as text, as a function, or as the list of its coefficients.
struct PolynomialArgument {
    let polynomial: NumberPolynomial
    /// Nil when it was given as a list.
    let variable: String?

    /// The numbers of the list, constant one first.
    /// - Throws: `domain` when the text is no polynomial in one variable.
    init(_ value: Value, parameter: String, _ context: EvaluationContext) throws(Fault) {
        do throws(Fault) {
            self = try Self.read(value, context)
        } catch {
            var fault = error.withoutPlace
            fault.parameter = parameter
            throw fault
        }
    }

    private init(_ coefficients: [Number], variable: String?, _ context: EvaluationContext) throws(Fault) {
        guard coefficients.count <= PolynomialLimits.degree + 1 else { throw .degreeTooLarge }
        polynomial = try NumberPolynomial(coefficients, context)
        self.variable = variable
    }

    /// The coefficients as fractions.
    /// - Throws: `number_expected` when they are not.
    func rational(parameter: String) throws(Fault) -> RationalPolynomial {
        guard let rational = polynomial.rational else {
            throw Fault(
                .numberExpected, parameter: parameter, "Give a polynomial whose coefficients are exact fractions")
        }
        return rational
    }

    /// The tree of a text or of a function, and the function's parameters.
    static func tree(_ value: Value) throws(Fault) -> (node: Node, parameters: [String]?) {
        switch value {
        case .string(let text, _): (try Parser.expression(of: text), nil)
        case .function(.defined(let function)): (function.body, function.parameters)
        default:
            throw Fault(.expressionExpected, "Give an expression as text, such as \"(x + 1)^3\", not \(value.kind)")
        }
    }

    private static func read(_ value: Value, _ context: EvaluationContext) throws(Fault) -> PolynomialArgument {
        switch value {
        case .string, .function:
            let (node, parameters) = try tree(value)
            if case .list = node.kind { return try read(try context.evaluate(node), context) }
            return try read(node, parameters ?? PolynomialReader.variables(in: node), context)
        case .number(let number): return try PolynomialArgument([number], variable: nil, context)
        case .list where !value.isMatrix:
            return try PolynomialArgument(try Arguments(values: [value]).numbers(0), variable: nil, context)
        default:
            throw Fault(
                .expressionExpected,
                "Give a polynomial as text, such as \"x^3 - 2x + 1\", or the list of its coefficients, constant first")
        }
    }

    private static func read(
        _ node: Node, _ variables: [String], _ context: EvaluationContext
    ) throws(Fault) -> PolynomialArgument {
        guard variables.count <= 1 else {
            throw Fault(
                .domain, "Give a polynomial in one variable, not in \(variables.joined(separator: ", "))")
        }
        let names = variables.isEmpty ? ["x"] : variables
        let polynomial = try PolynomialReader(variables: names, context: context).read(node)
        return try PolynomialArgument(polynomial.coefficients, variable: names[0], context)
    }
}
