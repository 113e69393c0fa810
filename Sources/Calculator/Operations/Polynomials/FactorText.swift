import Numbers

/// Factors as they are answered.
enum FactorText {
    /// Text in the variable, or, when there is none, pairs of coefficients and exponents.
    static func value(of factors: RationalPolynomial.Factors, _ variable: String?) -> Value {
        guard let variable else {
            var pairs = factors.powers.map { pair($0.factor.coefficients, $0.exponent) }
            if factors.constant != 1 || pairs.isEmpty { pairs.insert(pair([factors.constant], 1), at: 0) }
            return .list(pairs)
        }
        return .string(text(of: factors, variable), isExpression: true)
    }

    private static func pair(_ coefficients: [Rational], _ exponent: Int) -> Value {
        .list([.list(coefficients.map { .rational($0) }), .integer(exponent)])
    }

    /// `2*x*(x - 1)^2`
    private static func text(of factors: RationalPolynomial.Factors, _ variable: String) -> String {
        var parts = factors.powers.map { power in
            let text = PolynomialText.text(of: power.factor, variable)
            let base = power.factor.coefficients == [0, 1] ? text : "(\(text))"
            return power.exponent == 1 ? base : "\(base)^\(power.exponent)"
        }
        if factors.constant == -1, !parts.isEmpty { return "-" + parts.joined(separator: "*") }
        if factors.constant != 1 || parts.isEmpty { parts.insert(factors.constant.description, at: 0) }
        return parts.joined(separator: "*")
    }
}
