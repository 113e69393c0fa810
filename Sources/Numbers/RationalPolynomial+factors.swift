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
    public var irreducibleFactors: Factors { factors(fmpz_poly_factor) }

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
