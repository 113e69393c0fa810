extension Rational {
    /// The greatest integer that is not above the number.
    public var floor: Integer {
        isInteger ? numerator : numerator.flooredQuotient(by: denominator).quotient
    }

    /// The least integer that is not below the number.
    public var ceiling: Integer {
        isInteger ? numerator : numerator.flooredQuotient(by: denominator).quotient + 1
    }

    /// The integer part: rounded towards zero.
    public var truncated: Integer {
        isNegative ? ceiling : floor
    }

    /// The nearest integer; of two equally near ones the one further from zero, as mathjs rounds.
    public var roundedHalfAwayFromZero: Integer {
        let half = Rational(canonicalNumerator: 1, denominator: 2)
        return isNegative ? (self - half).ceiling : (self + half).floor
    }

    /// The largest k with 2^k <= |x|; nil for 0. Costs next to nothing however large the number.
    public var binaryExponent: Int? {
        if isZero { return nil }
        let guess = numerator.bitWidth - denominator.bitWidth
        // 2^(guess - 1) < |x| < 2^(guess + 1)
        let isBelow =
            guess >= 0
            ? numerator.magnitude < denominator.shifted(left: guess)
            : numerator.magnitude.shifted(left: -guess) < denominator
        return isBelow ? guess - 1 : guess
    }
}
