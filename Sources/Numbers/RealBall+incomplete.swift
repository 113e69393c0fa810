internal import CFlint

// Incomplete gamma and beta functions, regularized: what distribution functions are made of.
extension RealBall {
    /// The lower incomplete gamma function of this limit, not negative, over the gamma function.
    public func lowerGamma(shape: RealBall, bits: Int) -> RealBall {
        // Arb's own is slow around large shapes, where its upper one is not.
        if isGreater(than: shape) == true {
            return RealBall(1).subtracting(upperGamma(shape: shape, bits: bits), bits: bits)
        }
        // Summing thousands of terms in blocks loses some 130 bits.
        let bits = shape.isLess(than: RealBall(1_000)) == true ? bits : bits + 192
        // DLMF 8.11.4: a series of positive terms, z^a e^-z / Γ(a + 1) Σ z^k / (a + 1)_k
        let next = shape.adding(RealBall(1), bits: bits)
        let logarithm = shape.multiplied(by: self.logarithm(bits: bits), bits: bits).subtracting(self, bits: bits)
        return logarithm.exponential(bits: bits)
            .multiplied(by: next.reciprocalGamma(bits: bits), bits: bits)
            .multiplied(by: risingSeries(next, bits: bits), bits: bits)
    }

    /// Σ z^k / (start)_k for z below `start`.
    private func risingSeries(_ start: RealBall, bits: Int) -> RealBall {
        let size = start.withFlint { start in
            var midpoint = start.pointee.mid
            return arf_nearest_double(&midpoint)
        }
        // A term is at most the product of 1 / (1 + j / start), and log2(1 + u) is at least u in [0, 1]. Arb's own
        // choice is as good for few terms, and too low for many.
        let terms = size > 1_000 && size < 1e9 ? Int((2 * size * Double(bits)).squareRoot()) + 2 * bits : -1
        return ComplexBall.made { sum in
            ComplexBall(start).withFlint { start in
                ComplexBall(self).withFlint { z in
                    acb_hypgeom_pfq_direct(sum, nil, 0, start, 1, z, terms, RealBall.precision(bits))
                }
            }
        }.real
    }

    /// The upper incomplete gamma function of this limit over the gamma function.
    public func upperGamma(shape: RealBall, bits: Int) -> RealBall {
        shape.apply(self, bits) { arb_hypgeom_gamma_upper($0, $1, $2, 1, $3) }
    }

    /// The incomplete beta function from 0 to this limit, in [0, 1], over the beta function.
    public func lowerBeta(_ a: RealBall, _ b: RealBall, bits: Int) -> RealBall {
        let value = a.withFlint { a in
            b.withFlint { b in apply(bits) { arb_hypgeom_beta_lower($0, a, b, $1, 1, $2) } }
        }
        // Arb takes the difference to 1 where that is quicker, which leaves nothing of a value near 0.
        if value.isFinite, value.accuracyBits > bits / 2 { return value }
        return betaSeries(a, b, bits: bits + 48) ?? value
    }

    /// x^a (1 - x)^b / (a B(a, b)) Σ (a + b)_k / (a + 1)_k x^k (DLMF 8.17.8); nil where that takes too many terms.
    private func betaSeries(_ a: RealBall, _ b: RealBall, bits: Int) -> RealBall? {
        let (sum, next) = (a.adding(b, bits: bits), a.adding(RealBall(1), bits: bits))
        let growth = sum.divided(by: next, bits: bits)
        let ratio = growth.isGreater(than: 1) == true ? multiplied(by: growth, bits: bits) : self
        let rate = -ratio.logarithm(bits: 64).divided(by: RealBall(2).logarithm(bits: 64), bits: 64)
        let terms = RealBall(Integer(bits)).divided(by: rate, bits: 64)
        guard isPositive == true, rate.isPositive == true, terms.isLess(than: RealBall(200_000)) == true,
            let count = terms.upperBound.ceiling
        else { return nil }
        let logarithm = a.multiplied(by: self.logarithm(bits: bits), bits: bits)
            .adding(b.multiplied(by: (-self).logarithmOfOnePlus(bits: bits), bits: bits), bits: bits)
            .adding(sum.logarithmOfGamma(bits: bits), bits: bits)
            .subtracting(next.logarithmOfGamma(bits: bits), bits: bits)
            .subtracting(b.logarithmOfGamma(bits: bits), bits: bits)
        let series = ComplexBall.made { result in
            ComplexBall(sum).withFlint { sum in
                ComplexBall(next).withFlint { next in
                    ComplexBall(self).withFlint { x in
                        acb_hypgeom_pfq_direct(result, sum, 1, next, 1, x, count + 1, RealBall.precision(bits))
                    }
                }
            }
        }.real
        return logarithm.exponential(bits: bits).multiplied(by: series, bits: bits)
    }

    /// The least integer that is not below the exact number, when that is small.
    private var ceiling: Int? {
        withFlint { ball in
            var midpoint = ball.pointee.mid
            let value = arf_nearest_double(&midpoint).rounded(.up)
            return value < 1e15 ? Int(value) : nil
        }
    }
}
