internal import CFlint

// Principal values: a power of an argument on the negative half axis is continuous from above.
extension ComplexBall {
    /// Bessel's function of the first kind.
    public func besselJ(order: ComplexBall, bits: Int) -> ComplexBall {
        let value = bessel(order, bits, arb_hypgeom_bessel_j, acb_hypgeom_bessel_j)
        return value.onAxis(besselAxis(order, isFirstKind: true))
    }

    /// Bessel's function of the second kind; not finite where the argument may be 0.
    public func besselY(order: ComplexBall, bits: Int) -> ComplexBall {
        let value = bessel(order, bits, arb_hypgeom_bessel_y, acb_hypgeom_bessel_y)
        return value.onAxis(besselAxis(order, isFirstKind: false))
    }

    /// The modified function of the first kind.
    public func besselI(order: ComplexBall, bits: Int) -> ComplexBall {
        let value = bessel(order, bits, arb_hypgeom_bessel_i, acb_hypgeom_bessel_i)
        return value.onAxis(besselAxis(order, isFirstKind: true))
    }

    /// The modified function of the second kind; not finite where the argument may be 0.
    public func besselK(order: ComplexBall, bits: Int) -> ComplexBall {
        let value = bessel(order, bits, arb_hypgeom_bessel_k, acb_hypgeom_bessel_k)
        return value.onAxis(besselAxis(order, isFirstKind: false))
    }

    /// Which part is known to be 0, and a ball would not show.
    private enum Axis { case real, imaginary, neither }

    /// The functions are z^order times an even function, those of the second kind sums of two such with order and -order
    /// unless the order is whole.
    private func besselAxis(_ order: ComplexBall, isFirstKind: Bool) -> Axis {
        guard order.isReal, order.real.isExact, let twice = order.real.scaled(byPowerOfTwo: 1).uniqueInteger else {
            return .neither
        }
        if !twice.isEven { return isReal && real.isNegative == true ? .imaginary : .neither }
        guard isFirstKind else { return .neither }
        if isReal { return .real }
        guard real.isZero else { return .neither }
        return order.real.scaled(byPowerOfTwo: -1).uniqueInteger == nil ? .imaginary : .real
    }

    private func onAxis(_ axis: Axis) -> ComplexBall {
        switch axis {
        case .real: ComplexBall(real)
        case .imaginary: ComplexBall(RealBall(0), imaginary)
        case .neither: self
        }
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
