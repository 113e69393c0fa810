import Numbers

/// Takes an equation f = 0 apart: each factor by itself, without what cannot vanish, each function that vanishes with
/// its argument replaced by that.
struct RootFactors {
    /// Formulas of which one is 0 at every root.
    private(set) var factors: [Formula] = []
    /// What must not be 0 at a root.
    private(set) var denominators: [Formula] = []
    private let variable: String

    init(of formula: Formula, in variable: String) {
        self.variable = variable
        split(formula)
        mergePolynomials()
    }

    private static let vanishingWithArgument: Set<String> = [
        "abs", "sign", "sinh", "tanh", "asinh", "asin", "atan", "atanh", "cbrt", "erf", "nthRoot",
    ]

    private mutating func split(_ formula: Formula) {
        guard formula.contains(variable) else { return }
        switch formula {
        case .product(let factors): for factor in factors { split(factor) }
        case .power(let base, .number(let exponent)):
            if exponent > 0 { split(base) } else { denominators.append(base) }
        case .power(_, let exponent) where exponent.contains(variable): factors.append(formula)
        case .call("exp", _): break
        case .call("log", let arguments): split((arguments[0] - .one).simplified)
        case .call("log2", let arguments), .call("log10", let arguments): split((arguments[0] - .one).simplified)
        case .call("acosh", let arguments), .call("acos", let arguments): split((arguments[0] - .one).simplified)
        case .call(let name, let arguments) where Self.vanishingWithArgument.contains(name): split(arguments[0])
        case .call("tan", let arguments):
            denominators.append(.cos(arguments[0]))
            factors.append(.sin(arguments[0]))
        case .sum: splitSum(formula)
        default: factors.append(formula)
        }
    }

    /// Brings a sum over one denominator.
    private mutating func splitSum(_ formula: Formula) {
        let terms = formula.withoutTangents.terms
        var exponents: [Formula: Rational] = [:]
        for term in terms {
            for factor in term.factors {
                guard case .power(let base, .number(let exponent)) = factor, exponent < 0, base.contains(variable)
                else {
                    continue
                }
                exponents[base] = max(exponents[base] ?? 0, -exponent)
            }
        }
        guard !exponents.isEmpty else {
            factors.append(formula)
            return
        }
        let common = Formula.multiplying(exponents.map { $0.key.raised(to: .number($0.value)) })
        denominators += exponents.keys
        let numerator = Formula.adding(terms.map { $0 * common }).simplified
        if case .sum = numerator { factors.append(numerator) } else { split(numerator) }
    }

    /// All polynomial factors as one whose roots are simple.
    private mutating func mergePolynomials() {
        var product = RationalPolynomial([1])
        var others: [Formula] = []
        for factor in factors {
            guard let polynomial = factor.polynomial(in: variable), product.degree + polynomial.degree <= 200,
                product.bitSize + polynomial.bitSize <= 20_000
            else {
                if !others.contains(factor) { others.append(factor) }
                continue
            }
            product = product * polynomial
        }
        if product.degree > 0 {
            let repeated = RationalPolynomial.greatestCommonDivisor(product, product.derivative)
            let simple = (try? product.division(by: repeated).quotient) ?? product
            others.append(.polynomial(simple, variable))
        }
        factors = others
    }
}

extension Formula {
    /// The tangent as sine over cosine.
    fileprivate var withoutTangents: Formula {
        let parts = parts.map(\.withoutTangents)
        if case .call("tan", _) = self { return .sin(parts[0]) / .cos(parts[0]) }
        return rebuilt(from: parts)
    }
}
