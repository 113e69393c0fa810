extension Rational {
    /// The double nearest the number, ties to even, subnormal ones included; nil when that would be infinite.
    public var nearestDouble: Double? {
        if let numerator = numerator.asInt, let denominator = denominator.asInt {
            if denominator == 1 { return Double(numerator) }
            // Both are exact as doubles, and the quotient is far from the subnormal ones: one rounding.
            let limit: UInt = 1 << 53
            if numerator.magnitude <= limit, denominator.magnitude <= limit {
                return Double(numerator) / Double(denominator)
            }
        }
        guard let binaryExponent else { return 0 }
        if binaryExponent > 1023 { return nil }
        let isNegative = isNegative
        if binaryExponent < -1076 { return isNegative ? -0.0 : 0.0 }
        // The significand in units of the last place, which does not go below 2^-1074.
        let shift = min(52 - binaryExponent, 1074)
        let above = shift > 0 ? numerator.magnitude.shifted(left: shift) : numerator.magnitude
        let below = shift < 0 ? denominator.shifted(left: -shift) : denominator
        let (quotient, remainder) = above.truncatedQuotient(by: below)
        // Below 2^53 by the choice of the shift.
        var significand = quotient.asInt ?? 0
        let twice = remainder + remainder
        if twice > below || twice == below && significand & 1 == 1 { significand += 1 }
        let double = Double(sign: isNegative ? .minus : .plus, exponent: -shift, significand: Double(significand))
        return double.isFinite ? double : nil
    }
}
