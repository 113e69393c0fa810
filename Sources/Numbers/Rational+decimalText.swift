extension Rational {
    /// The number correctly rounded (to nearest, ties to even) to this many significant digits, at least 1. A number
    /// that ends within them is written without zeros at the end (`0.3`); any other has exactly as many digits.
    public func decimalText(significantDigits: Int) -> String {
        DecimalLayout.standard(significantDigits: significantDigits).text(
            of: rounded(significantDigits: significantDigits))
    }

    /// The digits of `decimalText`, for another layout.
    public func rounded(significantDigits: Int) -> RoundedDecimal {
        precondition(significantDigits >= 1, "at least one significant digit")
        if isZero { return .zero }
        if let numerator = numerator.asInt, let denominator = denominator.asInt {
            return Self.longDivision(
                numerator.magnitude, UInt(denominator), isNegative: numerator < 0, significantDigits)
        }
        return roundedByFlint(significantDigits)
    }

    /// Division as by hand, eighteen digits a step.
    private static func longDivision(
        _ numerator: UInt, _ denominator: UInt, isNegative: Bool, _ significantDigits: Int
    ) -> RoundedDecimal {
        let step = 18
        var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        var exponent = -1
        // One step may begin while a single digit is wanting; an integer part has twenty digits at most.
        let digits = [UInt8](unsafeUninitializedCapacity: significantDigits + 20 + step) { buffer, count in
            count = quotient.writeDigits(to: buffer, at: 0)
            exponent += count
            while remainder != 0, count <= significantDigits {
                (quotient, remainder) = denominator.dividingFullWidth(
                    remainder.multipliedFullWidth(by: 1_000_000_000_000_000_000))
                if count == 0 {
                    count = quotient.writeDigits(to: buffer, at: 0)
                    exponent += count - step
                } else {
                    quotient.writeDigits(to: buffer, at: count, width: step)
                    count += step
                }
            }
        }
        return RoundedDecimal(
            isNegative: isNegative, rounding: digits, hasMore: remainder != 0, exponent: exponent, to: significantDigits
        )
    }

    private func roundedByFlint(_ significantDigits: Int) -> RoundedDecimal {
        // Not above the power of ten of the first digit, and at most three below it.
        let exponent = Int(Double(binaryExponent ?? 0) * 0.301_029_995_663_981_2) - 2
        let scale = significantDigits - exponent
        let above = scale > 0 ? numerator.magnitude * Integer.powerOfTen(scale) : numerator.magnitude
        let below = scale < 0 ? denominator * Integer.powerOfTen(-scale) : denominator
        let (quotient, remainder) = above.truncatedQuotient(by: below)
        let digits = quotient.decimalDigits
        return RoundedDecimal(
            isNegative: isNegative, rounding: digits, hasMore: !remainder.isZero, exponent: digits.count - 1 - scale,
            to: significantDigits)
    }
}

extension UInt {
    /// Writes the decimal digits as ASCII, none for 0, and says how many.
    fileprivate func writeDigits(to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var width = 0
        var rest = self
        while rest != 0 {
            rest /= 10
            width += 1
        }
        writeDigits(to: buffer, at: start, width: width)
        return width
    }

    fileprivate func writeDigits(to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int, width: Int) {
        var rest = self
        for position in stride(from: start + width - 1, through: start, by: -1) {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
    }
}
