internal import CFlint

extension ComplexBall {
    /// Hurwitz's zeta function, the sum of (n + self)^-s over n from 0 on, continued; not finite at its poles.
    public func hurwitzZeta(order s: ComplexBall, bits: Int) -> ComplexBall {
        let value = s.apply(self, bits, acb_hurwitz_zeta)
        let isKnownReal = isReal && s.isReal && real.isPositive == true
        return isKnownReal ? ComplexBall(value.real) : value
    }
}
