internal import CFlint

// Incomplete gamma and beta functions, regularized: what distribution functions are made of.
extension RealBall {
    /// The lower incomplete gamma function of this limit over the gamma function.
    public func lowerGamma(shape: RealBall, bits: Int) -> RealBall {
        shape.apply(self, bits) { arb_hypgeom_gamma_lower($0, $1, $2, 1, $3) }
    }

    /// The upper incomplete gamma function of this limit over the gamma function.
    public func upperGamma(shape: RealBall, bits: Int) -> RealBall {
        shape.apply(self, bits) { arb_hypgeom_gamma_upper($0, $1, $2, 1, $3) }
    }

    /// The incomplete beta function from 0 to this limit, in [0, 1], over the beta function.
    public func lowerBeta(_ a: RealBall, _ b: RealBall, bits: Int) -> RealBall {
        a.withFlint { a in
            b.withFlint { b in apply(bits) { arb_hypgeom_beta_lower($0, a, b, $1, 1, $2) } }
        }
    }
}
