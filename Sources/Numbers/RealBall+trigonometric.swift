internal import CFlint

extension RealBall {
    /// The sine of an angle in radians.
    public func sine(bits: Int) -> RealBall { apply(bits, arb_sin) }
    /// The cosine of an angle in radians.
    public func cosine(bits: Int) -> RealBall { apply(bits, arb_cos) }
    /// The tangent of an angle in radians; not finite where that may be a pole.
    public func tangent(bits: Int) -> RealBall { apply(bits, arb_tan) }
    /// The angle in [-π/2, π/2] with this sine; not finite where the number may be outside [-1, 1].
    public func arcsine(bits: Int) -> RealBall { apply(bits, arb_asin) }
    /// The angle in [0, π] with this cosine; not finite where the number may be outside [-1, 1].
    public func arccosine(bits: Int) -> RealBall { apply(bits, arb_acos) }
    /// The angle in (-π/2, π/2) with this tangent.
    public func arctangent(bits: Int) -> RealBall { apply(bits, arb_atan) }
    /// The angle in (-π, π] of the point (x, self); 0 for the origin.
    public func arctangent2(_ x: RealBall, bits: Int) -> RealBall { apply(x, bits, arb_atan2) }
}

extension RealBall {
    /// The hyperbolic sine.
    public func hyperbolicSine(bits: Int) -> RealBall { apply(bits, arb_sinh) }
    /// The hyperbolic cosine.
    public func hyperbolicCosine(bits: Int) -> RealBall { apply(bits, arb_cosh) }
    /// The hyperbolic tangent.
    public func hyperbolicTangent(bits: Int) -> RealBall { apply(bits, arb_tanh) }
    /// The number with this hyperbolic sine.
    public func inverseHyperbolicSine(bits: Int) -> RealBall { apply(bits, arb_asinh) }
    /// The number that is not negative with this hyperbolic cosine; not finite where the argument may be below 1.
    public func inverseHyperbolicCosine(bits: Int) -> RealBall { apply(bits, arb_acosh) }
    /// The number with this hyperbolic tangent; not finite where the argument may be outside (-1, 1).
    public func inverseHyperbolicTangent(bits: Int) -> RealBall { apply(bits, arb_atanh) }
}
