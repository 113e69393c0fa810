internal import CFlint

// The error function and the integrals of its kind.
extension ComplexBall {
    /// The error function.
    public func errorFunction(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.errorFunction(bits: bits) }, acb_hypgeom_erf)
    }

    /// One less the error function, accurate where that is small.
    public func complementaryErrorFunction(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.complementaryErrorFunction(bits: bits) }, acb_hypgeom_erfc)
    }

    /// The integral of e^t/t from -∞ to the number; cut along the negative half axis off which it is real.
    public func exponentialIntegral(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits, arb_hypgeom_ei) }, acb_hypgeom_ei)
    }

    /// The integral of e^(-zt)/t^n from 1 to ∞.
    public func exponentialIntegral(order: ComplexBall, bits: Int) -> ComplexBall {
        if isReal, order.isReal {
            let value = order.real.apply(real, bits, arb_hypgeom_expint)
            if value.isFinite { return ComplexBall(value) }
        }
        return order.apply(self, bits, acb_hypgeom_expint)
    }

    /// The integral of sin t/t from 0 to the number.
    public func sineIntegral(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits, arb_hypgeom_si) }, acb_hypgeom_si)
    }

    /// The integral of cos t/t from ∞ to the number; cut along the negative half axis.
    public func cosineIntegral(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits, arb_hypgeom_ci) }, acb_hypgeom_ci)
    }

    /// The integral of 1/log t from 0 to the number; not finite where that may be 1.
    public func logarithmicIntegral(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits) { arb_hypgeom_li($0, $1, 0, $2) } }) { acb_hypgeom_li($0, $1, 0, $2) }
    }
}

extension RealBall {
    /// The error function.
    public func errorFunction(bits: Int) -> RealBall { apply(bits, arb_hypgeom_erf) }
    /// One less the error function, accurate where that is small.
    public func complementaryErrorFunction(bits: Int) -> RealBall { apply(bits, arb_hypgeom_erfc) }
    /// The number with this error function; not finite where the argument may be outside (-1, 1).
    public func inverseErrorFunction(bits: Int) -> RealBall { apply(bits, arb_hypgeom_erfinv) }
    /// The number with this complementary error function; not finite where the argument may be outside (0, 2).
    public func inverseComplementaryErrorFunction(bits: Int) -> RealBall { apply(bits, arb_hypgeom_erfcinv) }
}
