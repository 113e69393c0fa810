internal import CFlint

extension RealBall {
    /// The number correctly rounded (to nearest, ties to even) to this many significant digits, at least 1; nil when
    /// numbers in the ball would round differently, and when the exponent is too large to be worked out
    /// (`isBeyondDecimalText`).
    public func decimalText(significantDigits: Int) -> String? {
        rounded(significantDigits: significantDigits).map {
            DecimalLayout.standard(significantDigits: significantDigits).text(of: $0)
        }
    }

    /// Whether the number is so large, or so near 0, that no precision gives it a decimal text.
    public var isBeyondDecimalText: Bool {
        isFinite && !isZero && !containsZero && decimalExponent == nil
    }

    /// The digits of `decimalText`, for another layout.
    ///
    /// The number times a power of ten that leaves as many digits before the point as are asked for is enclosed in a
    /// ball; when both its ends round to the same integer, so does all between, because rounding keeps the order.
    public func rounded(significantDigits: Int) -> RoundedDecimal? {
        precondition(significantDigits >= 1, "at least one significant digit")
        guard isFinite else { return nil }
        if isExact, let exact = shortExactValue { return exact.rounded(significantDigits: significantDigits) }
        guard !containsZero, let estimate = decimalExponent else { return nil }
        let absolute = magnitude
        var exponent = estimate
        // The estimate is off by one at most; a ball across a power of ten counts as below it.
        for _ in 0..<3 {
            switch absolute.scaledEnds(exponent: exponent, significantDigits) {
            case .tooSmall: exponent -= 1
            case .tooLarge: exponent += 1
            case .different: return nil
            case .same(let digits):
                // Rounded up to the next power of ten when there is one digit more.
                return RoundedDecimal(
                    isNegative: isNegative == true, digits: Array(digits.prefix(significantDigits)),
                    exponent: exponent + digits.count - significantDigits, isExact: false)
            }
        }
        return nil
    }

    private enum ScaledEnds {
        case tooSmall, tooLarge, different, same([UInt8])
    }

    /// Both ends times 10^(digits - 1 - exponent), rounded to integers.
    private func scaledEnds(exponent: Int, _ significantDigits: Int) -> ScaledEnds {
        let digitBits = Int(Double(significantDigits) * 3.321_929) + 2
        // 64 bits are lost at most in a power of ten with an exponent of 62 bits; 64 more keep what the ball knows.
        let bits = max(digitBits, significantBits) + 128
        let shift = significantDigits - 1 - exponent
        let power = RealBall.made { arb_ui_pow_ui($0, 10, shift.magnitude, bits) }
        let scaled = shift < 0 ? divided(by: power, bits: bits) : multiplied(by: power, bits: bits)
        return scaled.withEnds(bits: bits) { low, high in
            // Beyond any rounding to as many digits; and never written out, however wide the ball.
            if arf_cmpabs_2exp_si(high, digitBits + 8) >= 0 { return .different }
            let floor = Integer.made { _ = arf_floor_to_integer($0, low) }
            if floor < Integer.powerOfTen(significantDigits - 1) { return .tooSmall }
            if floor >= Integer.powerOfTen(significantDigits) { return .tooLarge }
            let first = Integer.made { _ = arf_round_to_integer($0, low) }
            let last = Integer.made { _ = arf_round_to_integer($0, high) }
            return first == last ? .same(first.decimalDigits) : .different
        }
    }

    /// The number itself, when the ball is exact and short enough to be written as a fraction.
    private var shortExactValue: Rational? {
        let limit = 1 << 17
        return withEnds(bits: arf_exact_precision) { value, _ in
            if arf_is_zero(value) != 0 { return 0 }
            if arf_cmpabs_2exp_si(value, limit) >= 0 || arf_cmpabs_2exp_si(value, -limit) <= 0 { return nil }
            return Rational.made { arf_get_fmpq($0, value) }
        }
    }

    /// About the power of ten of the first digit, off by one at most; nil beyond `NumberLimits.maximumDecimalExponent`.
    /// For a ball without 0.
    private var decimalExponent: Int? {
        if let binaryExponent, binaryExponent.magnitude < 1 << 40 {
            let exponent = Double(binaryExponent) * 0.301_029_995_663_981_2
            return Int(exponent) - (exponent < 0 ? 1 : 0)
        }
        let logarithm = magnitude.logarithm10(bits: 128)
        let bound = Rational(NumberLimits.maximumDecimalExponent)
        guard logarithm.isLess(than: bound) == true, logarithm.isGreater(than: -bound) == true else { return nil }
        return logarithm.withEnds(bits: 128) { low, _ in Integer.made { _ = arf_floor_to_integer($0, low) }.asInt }
    }

    /// The k for which the midpoint's absolute value is in [2^(k-1), 2^k), when it fits.
    private var binaryExponent: Int? {
        withFlint { ball in
            var midpoint = ball.pointee.mid
            return Integer.made { arf_abs_bound_lt_2exp_fmpz($0, &midpoint) }.asInt
        }
    }
}
