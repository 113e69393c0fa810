import Numbers

/// A fraction of two polynomials with rational coefficients, in lowest terms; the lower one's leading coefficient is 1.
struct RationalFunction {
    let numerator: RationalPolynomial
    let denominator: RationalPolynomial

    private static let degreeLimit = 60
    private static let bitLimit = 100_000

    private init(_ numerator: RationalPolynomial, over denominator: RationalPolynomial) {
        let divisor = RationalPolynomial.greatestCommonDivisor(numerator, denominator)
        let above = (try? numerator.division(by: divisor).quotient) ?? numerator
        let below = (try? denominator.division(by: divisor).quotient) ?? denominator
        let scale = (try? below.leadingCoefficient.reciprocal()) ?? 1
        self.numerator = above.scaled(by: scale)
        self.denominator = below.scaled(by: scale)
    }

    private init(_ coefficients: [Rational]) {
        numerator = RationalPolynomial(coefficients)
        denominator = RationalPolynomial([1])
    }

    /// Nil when the formula is no such fraction, or one of high degree.
    init?(_ formula: Formula, in variable: String) {
        switch formula {
        case .number(let value): self.init([value])
        case .symbol(variable): self.init([0, 1])
        case .sum(let terms):
            let sum = Self.folded(terms, variable) { a, b in
                (a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
            }
            guard let sum else { return nil }
            self = sum
        case .product(let factors):
            let product = Self.folded(factors, variable) { a, b in
                (a.numerator * b.numerator, a.denominator * b.denominator)
            }
            guard let product else { return nil }
            self = product
        case .power(let base, .number(let exponent)):
            guard let power = exponent.asInteger?.asInt, power.magnitude <= Self.degreeLimit,
                let inner = RationalFunction(base, in: variable), power > 0 || !inner.numerator.isZero,
                inner.degree * Int(power.magnitude) <= Self.degreeLimit
            else { return nil }
            let (a, b) = (inner.numerator.power(power.magnitude), inner.denominator.power(power.magnitude))
            self = power > 0 ? RationalFunction(a, over: b) : RationalFunction(b, over: a)
        default: return nil
        }
    }

    private static func folded(
        _ formulas: [Formula], _ variable: String,
        _ combine: (RationalFunction, RationalFunction) -> (RationalPolynomial, RationalPolynomial)
    ) -> RationalFunction? {
        var result: RationalFunction?
        for formula in formulas {
            guard let function = RationalFunction(formula, in: variable) else { return nil }
            guard let last = result else {
                result = function
                continue
            }
            let (above, below) = combine(last, function)
            guard max(above.degree, below.degree) <= degreeLimit, above.bitSize + below.bitSize <= bitLimit else {
                return nil
            }
            result = RationalFunction(above, over: below)
        }
        return result
    }

    private var degree: Int { max(numerator.degree, denominator.degree, 0) }

    /// The fraction as a formula.
    func formula(_ variable: String) -> Formula {
        Formula.polynomial(numerator, variable) / Formula.polynomial(denominator, variable)
    }
}

extension Formula {
    static func polynomial(_ polynomial: RationalPolynomial, _ variable: String) -> Formula {
        .adding(
            polynomial.coefficients.enumerated().map { exponent, coefficient in
                Formula.symbol(variable).raised(to: .number(Rational(exponent))).scaled(by: coefficient)
            })
    }

    /// The polynomial with rational coefficients that the formula is; nil when it is none.
    func polynomial(in variable: String) -> RationalPolynomial? {
        guard let function = RationalFunction(self, in: variable), function.denominator.degree == 0 else { return nil }
        return function.numerator
    }
}
