internal import CFlint

extension RealBall {
    /// Whether the number is above 0; nil when the ball does not tell.
    public var isPositive: Bool? {
        withFlint { arb_is_positive($0) != 0 ? true : arb_is_nonpositive($0) != 0 ? false : nil }
    }

    /// Whether the number is below 0; nil when the ball does not tell.
    public var isNegative: Bool? {
        withFlint { arb_is_negative($0) != 0 ? true : arb_is_nonnegative($0) != 0 ? false : nil }
    }

    /// Whether the ball is exactly 0.
    public var isZero: Bool { withFlint { arb_is_zero($0) != 0 } }

    /// Whether 0 is in the ball.
    public var containsZero: Bool { withFlint { arb_contains_zero($0) != 0 } }

    /// Whether the fraction is in the ball.
    public func contains(_ value: Rational) -> Bool {
        withFlint { ball in value.withFlint { arb_contains_fmpq(ball, $0) != 0 } }
    }

    /// Whether the number is the smaller one; nil when the balls do not tell.
    public func isLess(than other: RealBall) -> Bool? {
        withFlint { a in other.withFlint { b in arb_lt(a, b) != 0 ? true : arb_ge(a, b) != 0 ? false : nil } }
    }

    /// Whether the number is the smaller one; nil when the ball does not tell.
    public func isLess(than value: Rational) -> Bool? {
        times(value.denominator).isLess(than: RealBall(value.numerator))
    }

    /// Whether the number is the greater one; nil when the balls do not tell.
    public func isGreater(than other: RealBall) -> Bool? { other.isLess(than: self) }

    /// Whether the number is the greater one; nil when the ball does not tell.
    public func isGreater(than value: Rational) -> Bool? {
        RealBall(value.numerator).isLess(than: times(value.denominator))
    }

    /// The integer of which the ball contains no other; nil when it contains none or several.
    public var uniqueInteger: Integer? {
        var isUnique = false
        let integer = Integer.made { result in
            withFlint { ball in
                var midpoint = ball.pointee.mid
                // An exact ball with a large exponent would be written out in full.
                guard isFinite, arf_cmpabs_2exp_si(&midpoint, NumberLimits.maximumResultBits) < 0 else { return }
                isUnique = arb_get_unique_fmpz(result, ball) != 0
            }
        }
        return isUnique ? integer : nil
    }

    private func times(_ factor: Integer) -> RealBall {
        RealBall.made { result in
            withFlint { ball in factor.withFlint { arb_mul_fmpz(result, ball, $0, arf_exact_precision) } }
        }
    }
}

extension RealBall {
    /// The greatest integer that is not above the number; nil when the ball does not tell, or the integer is longer than
    /// `NumberLimits.maximumResultBits`.
    public var floor: Integer? {
        guard isFinite else { return nil }
        return withEnds(bits: arf_exact_precision) { low, high in
            guard arf_cmpabs_2exp_si(low, NumberLimits.maximumResultBits) < 0,
                arf_cmpabs_2exp_si(high, NumberLimits.maximumResultBits) < 0
            else { return nil }
            let first = Integer.made { _ = arf_floor_to_integer($0, low) }
            let last = Integer.made { _ = arf_floor_to_integer($0, high) }
            return first == last ? first : nil
        }
    }
}
