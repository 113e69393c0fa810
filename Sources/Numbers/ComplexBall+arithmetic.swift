internal import CFlint

extension ComplexBall {
    /// The sum.
    public func adding(_ other: ComplexBall, bits: Int) -> ComplexBall { apply(other, bits, acb_add) }
    /// The difference.
    public func subtracting(_ other: ComplexBall, bits: Int) -> ComplexBall { apply(other, bits, acb_sub) }
    /// The product.
    public func multiplied(by other: ComplexBall, bits: Int) -> ComplexBall { apply(other, bits, acb_mul) }
    /// The quotient; not finite when the divisor may be 0.
    public func divided(by other: ComplexBall, bits: Int) -> ComplexBall { apply(other, bits, acb_div) }

    /// The number with the other sign.
    public static prefix func - (ball: ComplexBall) -> ComplexBall { ComplexBall(-ball.real, -ball.imaginary) }

    /// The number with the other imaginary part.
    public var conjugate: ComplexBall { ComplexBall(real, -imaginary) }

    /// The absolute value.
    public func magnitude(bits: Int) -> RealBall {
        RealBall.made { result in withFlint { acb_abs(result, $0, RealBall.precision(bits)) } }
    }

    /// The angle in (-π, π]; 0 for 0.
    public func argument(bits: Int) -> RealBall {
        RealBall.made { result in withFlint { acb_arg(result, $0, RealBall.precision(bits)) } }
    }
}
