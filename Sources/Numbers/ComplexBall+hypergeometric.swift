internal import CFlint

extension ComplexBall {
    /// The generalized hypergeometric function with these upper and lower parameters, not regularized.
    ///
    /// Not finite where it has no value or Arb knows no method: with one more upper than lower parameter only 1F0 and
    /// 2F1 are continued beyond the unit disk.
    public func hypergeometric(_ upper: [ComplexBall], _ lower: [ComplexBall], bits: Int) -> ComplexBall {
        let value = Self.withFlint(upper) { a in
            Self.withFlint(lower) { b in
                apply(bits) { acb_hypgeom_pfq($0, a, upper.count, b, lower.count, $1, 0, $2) }
            }
        }
        let hasRealArguments = isReal && upper.allSatisfy(\.isReal) && lower.allSatisfy(\.isReal)
        let isOnCut = upper.count > lower.count && real.isLess(than: RealBall(1)) != true
        return hasRealArguments && !isOnCut ? ComplexBall(value.real) : value
    }

    /// Lends the numbers to Arb as one array.
    private static func withFlint<Result>(
        _ numbers: [ComplexBall], _ body: (UnsafePointer<acb_struct>?) -> Result
    ) -> Result {
        // The views point into the owners, which `numbers` keeps alive.
        withExtendedLifetime(numbers) {
            let views = numbers.map { number in number.withFlint { $0.pointee } }
            return views.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    /// Legendre's function of the first kind of this degree.
    public func legendre(degree: ComplexBall, bits: Int) -> ComplexBall {
        orthogonal(degree, bits, from: RealBall(-1)) {
            let zero = ComplexBall(RealBall(0))
            return zero.withFlint { m in
                self.withFlint { z in
                    degree.withFlint { n in
                        ComplexBall.made { acb_hypgeom_legendre_p($0, n, m, z, 0, RealBall.precision(bits)) }
                    }
                }
            }
        }
    }

    /// Chebyshev's function of the first kind of this degree.
    public func chebyshevT(degree: ComplexBall, bits: Int) -> ComplexBall {
        orthogonal(degree, bits, from: RealBall(-1)) { degree.apply(self, bits, acb_hypgeom_chebyshev_t) }
    }

    /// Hermite's function of this degree, the physicists' one.
    public func hermite(degree: ComplexBall, bits: Int) -> ComplexBall {
        orthogonal(degree, bits, from: nil) { degree.apply(self, bits, acb_hypgeom_hermite_h) }
    }

    /// Laguerre's function of this degree, generalized by the order; the plain one has order 0.
    public func laguerre(degree: ComplexBall, order: ComplexBall, bits: Int) -> ComplexBall {
        let value = orthogonal(degree, bits, from: nil) {
            self.withFlint { z in
                order.withFlint { m in
                    degree.withFlint { n in
                        ComplexBall.made { acb_hypgeom_laguerre_l($0, n, m, z, RealBall.precision(bits)) }
                    }
                }
            }
        }
        return value
    }

    /// The value, without an imaginary part where the function is known to be real.
    private func orthogonal(
        _ degree: ComplexBall, _ bits: Int, from end: RealBall?, _ value: () -> ComplexBall
    ) -> ComplexBall {
        let value = value()
        let isInside = end.map { $0.isLess(than: real) == true } ?? true
        return isReal && degree.isReal && isInside ? ComplexBall(value.real) : value
    }
}
