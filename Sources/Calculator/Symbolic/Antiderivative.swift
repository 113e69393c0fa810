import Numbers

/// Antiderivatives of sums of simple terms, for integrals that have an exact value.
struct Antiderivative {
    private(set) var formula = Formula.zero
    /// What has to hold on the whole way of integration, which is a condition on its ends.
    private(set) var conditions: [Condition] = []

    /// A condition on a linear function.
    struct Condition {
        let linear: Formula
        /// Whether it may be 0 at an end.
        let allowsZero: Bool
        /// Whether it may be negative everywhere instead of positive.
        let allowsNegative: Bool
    }

    /// Nil when a term is not of a known form.
    init?(_ integrand: Formula, _ variable: String) {
        var terms: [Formula] = []
        for term in (integrand.expanded ?? integrand).terms {
            guard let part = integral(of: term, variable) else { return nil }
            terms.append(part)
        }
        formula = .adding(terms)
    }

    private mutating func integral(of term: Formula, _ variable: String) -> Formula? {
        let constants = term.factors.filter { !$0.contains(variable) }
        let others = term.factors.filter { $0.contains(variable) }
        if others.isEmpty { return term * .symbol(variable) }
        guard others.count == 1, let part = integral(ofFactor: others[0], variable) else { return nil }
        return .multiplying(constants + [part])
    }

    private mutating func integral(ofFactor factor: Formula, _ variable: String) -> Formula? {
        switch factor {
        case .symbol: return factor.squared.scaled(by: .half)
        case .power(let base, .number(let exponent)):
            if exponent == -1, base == Formula.symbol(variable).squared + .one {
                return .calling("atan", [.symbol(variable)])
            }
            guard let slope = base.slope(variable) else { return nil }
            if exponent == -1 {
                conditions.append(Condition(linear: base, allowsZero: false, allowsNegative: true))
                return .log(.calling("abs", [base])) / slope
            }
            if !exponent.isInteger || exponent < 0 {
                conditions.append(
                    Condition(linear: base, allowsZero: exponent > -1, allowsNegative: exponent.isInteger))
            }
            return base.raised(to: .number(exponent + 1)) / slope.scaled(by: exponent + 1)
        case .call(let name, let arguments) where arguments.count == 1:
            guard let slope = arguments[0].slope(variable), let function = Self.function(name, arguments[0]) else {
                return nil
            }
            return function / slope
        default: return nil
        }
    }

    private static func function(_ name: String, _ x: Formula) -> Formula? {
        switch name {
        case "exp": .exp(x)
        case "sin": -.cos(x)
        case "cos": .sin(x)
        case "sinh": .calling("cosh", [x])
        case "cosh": .calling("sinh", [x])
        default: nil
        }
    }
}

extension Formula {
    /// The factor of the variable in a linear function with rational coefficients, other than 0; nil for any other.
    fileprivate func slope(_ variable: String) -> Formula? {
        guard let polynomial = polynomial(in: variable), polynomial.degree == 1 else { return nil }
        return .number(polynomial.leadingCoefficient)
    }
}
