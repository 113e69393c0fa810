import Numbers

/// The first two arguments as polynomials in one variable with fractions as coefficients.
struct PolynomialPair {
    let a: RationalPolynomial
    let b: RationalPolynomial
    /// Nil when both were given as lists.
    let variable: String?

    /// - Throws: `domain` when they are in different variables.
    init(_ arguments: Arguments, _ context: EvaluationContext) throws(Fault) {
        let first = try PolynomialArgument(try arguments.value(0), parameter: "a", context)
        let second = try PolynomialArgument(try arguments.value(1), parameter: "b", context)
        (a, b) = (try first.rational(parameter: "a"), try second.rational(parameter: "b"))
        if let left = first.variable, let right = second.variable, left != right, a.degree > 0, b.degree > 0 {
            throw Fault(.domain, parameter: "b", "Give two polynomials in one variable, not in \(left) and \(right)")
        }
        variable = a.degree > 0 ? first.variable ?? second.variable : second.variable ?? first.variable
    }

    /// A polynomial in the form in which these were given: text, or a list of coefficients.
    func value(of polynomial: RationalPolynomial) -> Value {
        if let variable { return .string(PolynomialText.text(of: polynomial, variable), isExpression: true) }
        return .list(polynomial.coefficients.map { .rational($0) })
    }
}
