internal import CFlint

extension RealBall {
    /// e to this power.
    public func exponential(bits: Int) -> RealBall { apply(bits, arb_exp) }
    /// e to this power less 1, accurate near 0.
    public func exponentialMinusOne(bits: Int) -> RealBall { apply(bits, arb_expm1) }
    /// The natural logarithm; not finite where the number may not be positive.
    public func logarithm(bits: Int) -> RealBall { apply(bits, arb_log) }
    /// The natural logarithm of one more than the number, accurate near 0.
    public func logarithmOfOnePlus(bits: Int) -> RealBall { apply(bits, arb_log1p) }

    /// The logarithm to a whole base, at least 2; exact powers have exact logarithms.
    public func logarithm(base: UInt, bits: Int) -> RealBall {
        precondition(base >= 2, "a logarithm's base is at least 2")
        return apply(bits) { arb_log_base_ui($0, $1, base, $2) }
    }

    /// The logarithm to any base.
    public func logarithm(base: RealBall, bits: Int) -> RealBall {
        logarithm(bits: bits + 8).divided(by: base.logarithm(bits: bits + 8), bits: bits)
    }

    /// The logarithm to base 2.
    public func logarithm2(bits: Int) -> RealBall { logarithm(base: 2, bits: bits) }
    /// The logarithm to base 10.
    public func logarithm10(bits: Int) -> RealBall { logarithm(base: 10, bits: bits) }

    /// The square root; not finite where the number may be negative.
    public func squareRoot(bits: Int) -> RealBall { apply(bits, arb_sqrt) }
    /// The real cube root, of negative numbers too.
    public func cubeRoot(bits: Int) -> RealBall { root(3, bits: bits) }

    /// The real root of this degree, at least 1; of a negative number when the degree is odd.
    public func root(_ degree: UInt, bits: Int) -> RealBall {
        precondition(degree >= 1, "a root's degree is at least 1")
        if degree.isMultiple(of: 2) || isPositive == true { return apply(bits) { arb_root_ui($0, $1, degree, $2) } }
        if isNegative == true { return -(-self).root(degree, bits: bits) }
        return isExact ? self : rootAroundZero(degree, bits: bits)
    }

    /// The square root of the sum of both squares.
    public func hypotenuse(_ other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_hypot) }

    /// The power; of a negative number only for a whole exponent.
    public func power(_ exponent: RealBall, bits: Int) -> RealBall { apply(exponent, bits, arb_pow) }

    /// The power with a rational exponent; of a negative number only for a whole one.
    public func power(_ exponent: Rational, bits: Int) -> RealBall {
        apply(bits) { result, base, precision in
            if let whole = exponent.asInteger {
                whole.withFlint { arb_pow_fmpz(result, base, $0, precision) }
            } else {
                exponent.withFlint { arb_pow_fmpq(result, base, $0, precision) }
            }
        }
    }

    /// The odd root of a ball with 0 inside: it grows with its argument, so no value's root is further from 0 than that
    /// of the furthest value.
    private func rootAroundZero(_ degree: UInt, bits: Int) -> RealBall {
        apply(bits) { result, ball, precision in
            var bound = mag_struct()
            var root = mag_struct()
            mag_init(&bound)
            mag_init(&root)
            defer {
                mag_clear(&bound)
                mag_clear(&root)
            }
            arb_get_mag(&bound, ball)
            mag_root(&root, &bound, degree)
            arb_zero(result)
            arb_add_error_mag(result, &root)
        }
    }
}
