internal import CFlint

// What isolating and refining roots needs of balls.
extension RealBall {
    /// The ball around the interval between two fractions.
    public init(from low: Rational, to high: Rational, bits: Int) {
        let half = Rational(1, over: 2)
        self.init((low + high) * half, radius: (high - low) * half, bits: bits)
    }

    /// A ball around what both have in common; nil when that is nothing.
    public func intersection(_ other: RealBall, bits: Int) -> RealBall? {
        var isEmpty = false
        let common = RealBall.made { result in
            withFlint { a in
                other.withFlint { b in isEmpty = arb_intersection(result, a, b, RealBall.precision(bits)) == 0 }
            }
        }
        return isEmpty ? nil : common
    }

    /// A ball around both.
    public func union(_ other: RealBall, bits: Int) -> RealBall { apply(other, bits, arb_union) }

    /// How far the ball reaches from its centre.
    public var radius: RealBall {
        RealBall.made { result in withFlint { arb_get_rad_arb(result, $0) } }
    }

    /// Whether every number of this ball is in the other one.
    public func isWithin(_ other: RealBall) -> Bool {
        withFlint { inner in other.withFlint { arb_contains($0, inner) != 0 } }
    }

    /// The centre as a fraction; nil when that would be long.
    public var midpointRational: Rational? {
        let center = midpoint(bits: 64)
        return center.withFlint { ball in
            var middle = ball.pointee.mid
            guard arf_is_finite(&middle) != 0, arf_cmpabs_2exp_si(&middle, 4_096) < 0,
                arf_is_zero(&middle) != 0 || arf_cmpabs_2exp_si(&middle, -4_096) > 0
            else { return nil }
            return Rational.made { arf_get_fmpq($0, &middle) }
        }
    }
}
