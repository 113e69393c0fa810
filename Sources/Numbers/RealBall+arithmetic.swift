internal import CFlint

extension RealBall {
    /// The sum.
    public func adding(_ other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_add) }
    /// The difference.
    public func subtracting(_ other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_sub) }
    /// The product.
    public func multiplied(by other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_mul) }
    /// The quotient; not finite when the divisor may be 0.
    public func divided(by other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_div) }
    /// One over the number; not finite when it may be 0.
    public func reciprocal(bits: Int) -> RealBall { apply(bits, arb_inv) }

    /// The number with the other sign.
    public static prefix func - (ball: RealBall) -> RealBall {
        made { result in ball.withFlint { arb_neg(result, $0) } }
    }

    /// The absolute value.
    public var magnitude: RealBall {
        RealBall.made { result in withFlint { arb_abs(result, $0) } }
    }
}
