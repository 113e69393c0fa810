internal import CFlint

extension ComplexBall {
    /// Riemann's zeta function; not finite where the argument may be the pole 1.
    public func zeta(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.zeta(bits: bits) }, acb_zeta)
    }

    /// Dirichlet's eta function, the alternating zeta function.
    public func eta(bits: Int) -> ComplexBall {
        if isReal, real.isFarRight { return ComplexBall(.nearOne(bits: bits)) }
        let value = apply(bits, acb_dirichlet_eta)
        return isReal ? ComplexBall(value.real) : value
    }

    /// The polylogarithm of this number; cut beyond 1 on the real axis.
    public func polylogarithm(order: ComplexBall, bits: Int) -> ComplexBall {
        let value = order.apply(self, bits, acb_polylog)
        let isKnownReal = isReal && order.isReal && real.isLess(than: RealBall(1)) == true
        return isKnownReal ? ComplexBall(value.real) : value
    }

    /// The solution w of w e^w = z on this branch: 0 is the principal one, with a cut from -∞ to -1/e.
    public func lambertW(branch: Integer, bits: Int) -> ComplexBall {
        if isReal, let value = realLambertW(branch: branch, bits: bits), value.isFinite { return ComplexBall(value) }
        return apply(bits) { result, z, precision in
            branch.withFlint { acb_lambertw(result, z, $0, 0, precision) }
        }
    }

    /// Branch 0 from -1/e on, branch -1 from -1/e to 0.
    private func realLambertW(branch: Integer, bits: Int) -> RealBall? {
        switch branch {
        case 0: real.apply(bits) { arb_lambertw($0, $1, 0, $2) }
        case -1 where real.isNegative == true: real.apply(bits) { arb_lambertw($0, $1, 1, $2) }
        default: nil
        }
    }
}

extension RealBall {
    /// Riemann's zeta function; not finite where the argument may be the pole 1.
    public func zeta(bits: Int) -> RealBall { isFarRight ? .nearOne(bits: bits) : apply(bits, arb_zeta) }

    /// Whether zeta and eta differ from 1 by less than 2^(1 - 10^18): their first terms are 1 and ±2^-s (DLMF 25.2.1,
    /// 25.2.3). FLINT 3.1 knows nothing of them this far to the right.
    fileprivate var isFarRight: Bool { isGreater(than: Self.farRight) == true }

    private static let farRight: Rational = 1_000_000_000_000_000_000

    /// 1, known to so many bits.
    fileprivate static func nearOne(bits: Int) -> RealBall {
        made { result in
            arb_one(result)
            arb_add_error_2exp_si(result, -precision(bits))
        }
    }
}
