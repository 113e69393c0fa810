internal import CFlint

extension RealBall {
    /// The centre of the ball, as an exact number of at most so many bits.
    public func midpoint(bits: Int) -> RealBall {
        let center = RealBall.made { result in withFlint { arb_get_mid_arb(result, $0) } }
        let rounded = center.apply(bits, arb_set_round)
        return RealBall.made { result in rounded.withFlint { arb_get_mid_arb(result, $0) } }
    }

    /// The number times a power of two, exactly.
    public func scaled(byPowerOfTwo exponent: Int) -> RealBall {
        RealBall.made { result in withFlint { arb_mul_2exp_si(result, $0, exponent) } }
    }

    /// Every number that is at most the other ball's greatest absolute value away from one in this ball.
    public func widened(by radius: RealBall) -> RealBall {
        RealBall.made { result in
            withFlint { arb_set(result, $0) }
            radius.withFlint { arb_add_error(result, $0) }
        }
    }

    /// The greatest number of the ball, rounded up to a few bits.
    public var upperBound: RealBall {
        RealBall.made { result in
            var bound = arf_struct()
            arf_init(&bound)
            defer { arf_clear(&bound) }
            withFlint { arb_get_ubound_arf(&bound, $0, 64) }
            arb_set_arf(result, &bound)
        }
    }

    /// The fraction with the least denominator in the ball; nil when the ball is not narrower than one in 2^20 of its
    /// size, or so small or large that the fraction would be long.
    public var simplestRational: Rational? {
        guard isFinite, !containsZero, accuracyBits > 20, magnitude.isLess(than: Rational(1 << 40)) == true,
            magnitude.scaled(byPowerOfTwo: 40).isGreater(than: 1) == true
        else { return nil }
        let low = -(-self).upperBound
        let high = upperBound
        return Rational.made { result in
            let ends = [low, high].map { end in
                Rational.made { value in
                    end.withFlint { ball in
                        var midpoint = ball.pointee.mid
                        arf_get_fmpq(value, &midpoint)
                    }
                }
            }
            ends[0].withFlint { a in ends[1].withFlint { b in fmpq_simplest_between(result, a, b) } }
        }
    }
}
