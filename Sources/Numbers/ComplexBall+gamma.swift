internal import CFlint

// Poles give balls that are not finite, and so do arguments that may be one.
extension ComplexBall {
    /// The gamma function.
    public func gamma(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.gamma(bits: bits) }, acb_gamma)
    }

    /// One over the gamma function, which has no poles.
    public func reciprocalGamma(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.reciprocalGamma(bits: bits) }, acb_rgamma)
    }

    /// The logarithm of the gamma function that is continuous off the negative half axis, and on it from above.
    public func logarithmOfGamma(bits: Int) -> ComplexBall {
        // Arb's real function gives the logarithm of the absolute value's negative arguments no imaginary part.
        if isReal, real.isPositive == true { return ComplexBall(real.logarithmOfGamma(bits: bits)) }
        return apply(bits, acb_lgamma)
    }

    /// The logarithmic derivative of the gamma function.
    public func digamma(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.digamma(bits: bits) }, acb_digamma)
    }

    /// The beta function, the product of two values of the gamma function over that of the sum.
    public func beta(_ other: ComplexBall, bits: Int) -> ComplexBall {
        gamma(bits: bits + 8).multiplied(by: other.gamma(bits: bits + 8), bits: bits + 8)
            .multiplied(by: adding(other, bits: bits + 8).reciprocalGamma(bits: bits + 8), bits: bits)
    }
}

extension RealBall {
    /// The gamma function.
    public func gamma(bits: Int) -> RealBall { apply(bits, arb_gamma) }
    /// One over the gamma function, which has no poles.
    public func reciprocalGamma(bits: Int) -> RealBall { apply(bits, arb_rgamma) }
    /// The logarithm of the gamma function of a positive number.
    public func logarithmOfGamma(bits: Int) -> RealBall { apply(bits, arb_lgamma) }
    /// The logarithmic derivative of the gamma function.
    public func digamma(bits: Int) -> RealBall { apply(bits, arb_digamma) }
}
