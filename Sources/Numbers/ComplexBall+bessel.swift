internal import CFlint

// Principal values: a power of an argument on the negative half axis is continuous from above.
extension ComplexBall {
    /// Bessel's function of the first kind.
    public func besselJ(order: ComplexBall, bits: Int) -> ComplexBall {
        bessel(order, bits, arb_hypgeom_bessel_j, acb_hypgeom_bessel_j)
    }

    /// Bessel's function of the second kind; not finite where the argument may be 0.
    public func besselY(order: ComplexBall, bits: Int) -> ComplexBall {
        bessel(order, bits, arb_hypgeom_bessel_y, acb_hypgeom_bessel_y)
    }

    /// The modified function of the first kind.
    public func besselI(order: ComplexBall, bits: Int) -> ComplexBall {
        bessel(order, bits, arb_hypgeom_bessel_i, acb_hypgeom_bessel_i)
    }

    /// The modified function of the second kind; not finite where the argument may be 0.
    public func besselK(order: ComplexBall, bits: Int) -> ComplexBall {
        bessel(order, bits, arb_hypgeom_bessel_k, acb_hypgeom_bessel_k)
    }

    private func bessel(
        _ order: ComplexBall, _ bits: Int, _ real: RealBall.Binary, _ complex: Binary
    ) -> ComplexBall {
        if isReal, order.isReal {
            let value = order.real.apply(self.real, bits, real)
            if value.isFinite { return ComplexBall(value) }
        }
        return order.apply(self, bits, complex)
    }
}

extension ComplexBall {
    /// Airy's function that vanishes at +∞.
    public func airyAi(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits) { arb_hypgeom_airy($0, nil, nil, nil, $1, $2) } }) {
            acb_hypgeom_airy($0, nil, nil, nil, $1, $2)
        }
    }

    /// Airy's function that grows towards +∞.
    public func airyBi(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.apply(bits) { arb_hypgeom_airy(nil, nil, $0, nil, $1, $2) } }) {
            acb_hypgeom_airy(nil, nil, $0, nil, $1, $2)
        }
    }
}
