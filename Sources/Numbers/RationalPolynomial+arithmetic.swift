internal import CFlint

extension RationalPolynomial {
    /// The sum.
    public static func + (left: RationalPolynomial, right: RationalPolynomial) -> RationalPolynomial {
        combine(left, right, fmpq_poly_add)
    }

    /// The difference.
    public static func - (left: RationalPolynomial, right: RationalPolynomial) -> RationalPolynomial {
        combine(left, right, fmpq_poly_sub)
    }

    /// The product.
    public static func * (left: RationalPolynomial, right: RationalPolynomial) -> RationalPolynomial {
        combine(left, right, fmpq_poly_mul)
    }

    /// The polynomial times itself this often; 1 for 0.
    public func power(_ exponent: UInt) -> RationalPolynomial {
        RationalPolynomial.made { result in withFlint { fmpq_poly_pow(result, $0, exponent) } }
    }

    /// Each coefficient times a number.
    public func scaled(by factor: Rational) -> RationalPolynomial {
        RationalPolynomial.made { result in
            withFlint { polynomial in factor.withFlint { fmpq_poly_scalar_mul_fmpq(result, polynomial, $0) } }
        }
    }

    /// Quotient and remainder, whose degree is less than the divisor's. Throws `divisionByZero`.
    public func division(
        by divisor: RationalPolynomial
    ) throws(NumberError) -> (quotient: RationalPolynomial, remainder: RationalPolynomial) {
        if divisor.isZero { throw .divisionByZero }
        var quotient = RationalPolynomial([])
        let remainder = RationalPolynomial.made { remainder in
            quotient = RationalPolynomial.made { quotient in
                withFlint { a in divisor.withFlint { b in fmpq_poly_divrem(quotient, remainder, a, b) } }
            }
        }
        return (quotient, remainder)
    }

    /// The greatest common divisor, with 1 as its leading coefficient; 0 for two zeros.
    public static func greatestCommonDivisor(
        _ left: RationalPolynomial, _ right: RationalPolynomial
    ) -> RationalPolynomial { combine(left, right, fmpq_poly_gcd) }

    /// The determinant of the Sylvester matrix: 0 exactly when there is a root in common. 0 when either is 0.
    public static func resultant(_ left: RationalPolynomial, _ right: RationalPolynomial) -> Rational {
        Rational.made { result in left.withFlint { a in right.withFlint { b in fmpq_poly_resultant(result, a, b) } } }
    }

    /// (-1)^(n(n-1)/2) times the resultant with the derivative over the leading coefficient, n the degree: 0 exactly
    /// when a root is repeated. For degrees that are at least 1.
    public var discriminant: Rational {
        precondition(degree >= 1, "a constant has no discriminant")
        let resultant = RationalPolynomial.resultant(self, derivative)
        let leading = leadingCoefficient
        // The derivative's degree is one less, and its leading coefficient is n times the polynomial's: never 0.
        let value = Rational(
            resultant.numerator * leading.denominator, over: resultant.denominator * leading.numerator)
        return degree % 4 < 2 ? value : -value
    }

    /// The derivative.
    public var derivative: RationalPolynomial {
        RationalPolynomial.made { result in withFlint { fmpq_poly_derivative(result, $0) } }
    }

    /// The value at a number.
    public func value(at x: Rational) -> Rational {
        Rational.made { result in
            withFlint { polynomial in x.withFlint { fmpq_poly_evaluate_fmpq(result, polynomial, $0) } }
        }
    }

    /// The polynomial with another one in place of its variable.
    public func composed(with inner: RationalPolynomial) -> RationalPolynomial {
        RationalPolynomial.combine(self, inner, fmpq_poly_compose)
    }

    private static func combine(
        _ left: RationalPolynomial, _ right: RationalPolynomial, _ function: (Pointer, Lent, Lent) -> Void
    ) -> RationalPolynomial {
        made { result in left.withFlint { a in right.withFlint { b in function(result, a, b) } } }
    }
}
