internal import CFlint

extension ComplexBall {
    /// The complete elliptic integral of the first kind of this parameter m = k²; cut beyond 1 on the real axis.
    public func ellipticK(bits: Int) -> ComplexBall { elliptic(bits, acb_elliptic_k) }

    /// The complete elliptic integral of the second kind of this parameter m = k²; cut beyond 1 on the real axis.
    public func ellipticE(bits: Int) -> ComplexBall { elliptic(bits, acb_elliptic_e) }

    /// The arithmetic-geometric mean.
    public func arithmeticGeometricMean(_ other: ComplexBall, bits: Int) -> ComplexBall {
        if isReal, other.isReal {
            let value = real.apply(other.real, bits, arb_agm)
            if value.isFinite { return ComplexBall(value) }
        }
        return apply(other, bits, acb_agm)
    }

    private func elliptic(_ bits: Int, _ function: Unary) -> ComplexBall {
        let value = apply(bits, function)
        return isReal && real.isLess(than: RealBall(1)) == true ? ComplexBall(value.real) : value
    }
}
