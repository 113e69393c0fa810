import Numbers

/// Polynomials as text of the language: `x^3 - 2x + 1/2`, `x^2/2 + 2x*y`.
enum PolynomialText {
    /// Terms from the highest exponents of the first variable to the lowest.
    /// - Throws: `domain` when a coefficient has no exact text.
    static func text(
        of polynomial: SparsePolynomial, _ variables: [String], _ context: EvaluationContext
    ) throws(Fault) -> String {
        var terms: [Term] = []
        for (exponents, number) in polynomial.terms.sorted(by: { $1.key.lexicographicallyPrecedes($0.key) }) {
            let powers = powers(exponents, variables)
            if let value = number.asRational {
                terms.append(term(value, powers))
            } else {
                let text = try exactText(number, context)
                terms.append(Term(isNegative: false, text: powers.isEmpty ? text : "(\(text))*\(powers)"))
            }
        }
        return joined(terms)
    }

    /// The same for one variable and fractions.
    static func text(of polynomial: RationalPolynomial, _ variable: String) -> String {
        let coefficients = polynomial.coefficients.enumerated().reversed().filter { !$0.element.isZero }
        return joined(coefficients.map { term($0.element, powers([$0.offset], [variable])) })
    }

    private struct Term {
        let isNegative: Bool
        let text: String
    }

    private static func joined(_ terms: [Term]) -> String {
        guard let first = terms.first else { return "0" }
        return terms.dropFirst().reduce((first.isNegative ? "-" : "") + first.text) { text, term in
            text + (term.isNegative ? " - " : " + ") + term.text
        }
    }

    /// `x^2*y`; empty without variables.
    private static func powers(_ exponents: [Int], _ variables: [String]) -> String {
        zip(variables, exponents).filter { $0.1 > 0 }
            .map { $0.1 == 1 ? $0.0 : "\($0.0)^\($0.1)" }.joined(separator: "*")
    }

    private static func term(_ value: Rational, _ powers: String) -> Term {
        let divisor = value.isInteger ? "" : "/\(value.denominator)"
        let factor = value.numerator.magnitude
        if powers.isEmpty { return Term(isNegative: value.isNegative, text: "\(factor)\(divisor)") }
        if factor == 1 { return Term(isNegative: value.isNegative, text: powers + divisor) }
        // 2e3 would be read as a number.
        let sign = powers.first == "e" || powers.first == "E" ? "*" : ""
        return Term(isNegative: value.isNegative, text: "\(factor)\(sign)\(powers)\(divisor)")
    }

    private static func exactText(_ number: Number, _ context: EvaluationContext) throws(Fault) -> String {
        if case .closed(let form) = number {
            if try number.isReal(context), let text = ClosedText.text(of: form) { return text }
            if let real = partText(number.real(context)), let imaginary = partText(number.imaginary(context)) {
                return ComplexText.join(real, imaginary)
            }
        }
        throw Fault(.domain, "A coefficient has no short exact form: give fractions or roots of fractions")
    }

    private static func partText(_ part: Number) -> String? {
        switch part {
        case .rational(let value): value.description
        case .closed(let form): ClosedText.text(of: form)
        case .ball: nil
        }
    }
}
