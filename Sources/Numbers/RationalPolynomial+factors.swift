internal import CFlint

extension RationalPolynomial {
    /// A factor and how often it divides.
    public struct Power: Sendable, Equatable {
        /// Integer coefficients without a common divisor, the leading one positive.
        public let factor: RationalPolynomial
        /// At least 1.
        public let exponent: Int
    }

    /// A number times powers of polynomials.
    public struct Factors: Sendable, Equatable {
        /// The number before the product.
        public let constant: Rational
        /// By degree, then by coefficients from the leading one on, then by exponent.
        public let powers: [Power]
    }

    /// The factors that have no factors themselves over the fractions, of a polynomial other than 0.
    ///
    /// Those of p(x^k) are those of h(x^k) for each factor h of p: much less work for the likes of x^720 - 1.
    public var irreducibleFactors: Factors {
        guard let (outer, exponent) = inExponent else { return factors(fmpz_poly_factor) }
        let factors = outer.irreducibleFactors
        let powers = factors.powers.flatMap { power in
            power.factor.inflated(by: exponent).factors(fmpz_poly_factor).powers.map {
                Power(factor: $0.factor, exponent: $0.exponent * power.exponent)
            }
        }
        return Factors(constant: factors.constant, powers: powers.sorted(by: Self.precedes))
    }

    /// The factors without repeated roots, one for each multiplicity, of a polynomial other than 0.
    public var squareFreeFactors: Factors { factors(fmpz_poly_factor_squarefree) }

    private func factors(
        _ function: (UnsafeMutablePointer<fmpz_poly_factor_struct>, UnsafePointer<fmpz_poly_struct>) -> Void
    ) -> Factors {
        precondition(!isZero, "everything divides 0")
        var factors = fmpz_poly_factor_struct()
        fmpz_poly_factor_init(&factors)
        defer { fmpz_poly_factor_clear(&factors) }
        withNumerator { function(&factors, $0) }
        let powers = (0..<factors.num).map { index in
            Power(
                factor: RationalPolynomial.made { fmpq_poly_set_fmpz_poly($0, factors.p + index) },
                exponent: Int(factors.exp[index]))
        }
        let constant = withFlint { polynomial in
            Rational(
                Integer(copying: &factors.c),
                over: Integer.made { fmpq_poly_get_denominator($0, polynomial) })
        }
        return Factors(constant: constant, powers: powers.sorted(by: Self.precedes))
    }

    /// p and a prime k for which the polynomial is p(x^k); nil when there are none, and for constants.
    private var inExponent: (outer: RationalPolynomial, exponent: Int)? {
        let coefficients = coefficients
        let common = coefficients.indices.filter { !coefficients[$0].isZero }.reduce(0) { common, index in
            Int(Integer.smallGreatestCommonDivisor(UInt(common), UInt(index)))
        }
        guard common > 1, let prime = (2...common).first(where: { common.isMultiple(of: $0) }) else { return nil }
        return (RationalPolynomial(stride(from: 0, through: degree, by: prime).map { coefficients[$0] }), prime)
    }

    /// The polynomial with a power of the variable in its place.
    private func inflated(by exponent: Int) -> RationalPolynomial {
        var inflated = [Rational](repeating: 0, count: degree * exponent + 1)
        for (index, coefficient) in coefficients.enumerated() { inflated[index * exponent] = coefficient }
        return RationalPolynomial(inflated)
    }

    private static func precedes(_ left: Power, _ right: Power) -> Bool {
        if left.factor.degree != right.factor.degree { return left.factor.degree < right.factor.degree }
        let pairs = zip(left.factor.coefficients.reversed(), right.factor.coefficients.reversed())
        if let (a, b) = pairs.first(where: { $0 != $1 }) { return a < b }
        return left.exponent < right.exponent
    }

    /// Lends the polynomial times its common denominator.
    func withNumerator<Result>(_ body: (UnsafePointer<fmpz_poly_struct>) -> Result) -> Result {
        var numerator = fmpz_poly_struct()
        fmpz_poly_init(&numerator)
        defer { fmpz_poly_clear(&numerator) }
        withFlint { fmpq_poly_get_numerator(&numerator, $0) }
        return body(&numerator)
    }
}
