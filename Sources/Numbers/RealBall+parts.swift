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
}
