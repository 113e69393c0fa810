internal import CFlint

/// The fractions together with one root of an irreducible polynomial: its elements are polynomials in that root, of a
/// degree less than its own.
struct AlgebraicField: Field {
    let modulus: RationalPolynomial

    var zero: RationalPolynomial { RationalPolynomial([]) }
    var one: RationalPolynomial { RationalPolynomial([1]) }

    func difference(_ left: RationalPolynomial, _ right: RationalPolynomial) -> RationalPolynomial { left - right }

    func product(_ left: RationalPolynomial, _ right: RationalPolynomial) -> RationalPolynomial {
        reduced(left * right)
    }

    func quotient(_ left: RationalPolynomial, _ right: RationalPolynomial) -> RationalPolynomial {
        left.isZero ? left : product(left, reciprocal(right))
    }

    func isZero(_ element: RationalPolynomial) -> Bool { element.isZero }

    func reduced(_ polynomial: RationalPolynomial) -> RationalPolynomial { polynomial.remainder(modulo: modulus) }

    /// Of an element other than 0, which has no divisor in common with the modulus.
    private func reciprocal(_ element: RationalPolynomial) -> RationalPolynomial { element.inverse(modulo: modulus) }
}

extension RationalPolynomial {
    /// What is left after division by a polynomial other than 0.
    func remainder(modulo modulus: RationalPolynomial) -> RationalPolynomial {
        precondition(!modulus.isZero, "nothing is divided by 0")
        if degree < modulus.degree { return self }
        return RationalPolynomial.made { result in
            withFlint { a in modulus.withFlint { b in fmpq_poly_rem(result, a, b) } }
        }
    }

    /// The polynomial whose product with this one leaves 1 after division by the modulus: two polynomials other than 0
    /// without a divisor in common.
    public func inverse(modulo modulus: RationalPolynomial) -> RationalPolynomial {
        precondition(!isZero && !modulus.isZero, "0 has no inverse")
        return RationalPolynomial.made { result in
            var (divisor, cofactor) = (fmpq_poly_struct(), fmpq_poly_struct())
            fmpq_poly_init(&divisor)
            fmpq_poly_init(&cofactor)
            defer {
                fmpq_poly_clear(&divisor)
                fmpq_poly_clear(&cofactor)
            }
            withFlint { a in modulus.withFlint { b in fmpq_poly_xgcd(&divisor, result, &cofactor, a, b) } }
        }
    }
}

extension RationalMatrix {
    /// The eigenvectors of a square matrix that belong to each root of an irreducible factor of its characteristic
    /// polynomial: vectors that span them, their entries as polynomials in that root. At the last entry that is not 0
    /// in all of them a vector has a 1.
    public func eigenvectors(ofFactor factor: RationalPolynomial) -> [[RationalPolynomial]] {
        precondition(isSquare && factor.degree >= 1, "a square matrix and a polynomial with roots")
        let field = AlgebraicField(modulus: factor)
        let x = field.reduced(RationalPolynomial([0, 1]))
        let shifted = rows.enumerated().map { row, entries in
            entries.enumerated().map { column, entry in
                row == column ? RationalPolynomial([entry]) - x : RationalPolynomial([entry])
            }
        }
        return Elimination(shifted, over: field).nullspace()
    }
}
