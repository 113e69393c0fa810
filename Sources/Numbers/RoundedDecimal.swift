/// A number rounded to some significant decimal digits: d.ddd * 10^exponent.
public struct RoundedDecimal: Sendable, Equatable {
    /// Whether a minus sign belongs before it.
    public let isNegative: Bool
    /// ASCII digits, the first of them not 0 unless the number is. An exact value has no zeros at the end; a rounded
    /// one has as many digits as were asked for.
    public let digits: [UInt8]
    /// The power of ten of the first digit.
    public let exponent: Int
    /// Whether the digits are the number itself rather than a rounding of it.
    public let isExact: Bool

    /// 0
    public static let zero = RoundedDecimal(isNegative: false, digits: [UInt8(ascii: "0")], exponent: 0, isExact: true)

    init(isNegative: Bool, digits: [UInt8], exponent: Int, isExact: Bool) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
        self.isExact = isExact
    }

    /// Rounds to nearest, ties to even.
    /// - Parameters:
    ///   - digits: The number's first digits, not starting with 0: all of them, or more than are asked for.
    ///   - hasMore: Whether something other than zeros follows after them.
    init(isNegative: Bool, rounding digits: consuming [UInt8], hasMore: Bool, exponent: Int, to significantDigits: Int)
    {
        let zero = UInt8(ascii: "0")
        let nine = UInt8(ascii: "9")
        guard digits.count > significantDigits else {
            precondition(!hasMore, "too few digits to round")
            // The first digit is not 0, unless it is the only one.
            let last = digits.lastIndex { $0 != zero } ?? 0
            digits.removeLast(digits.count - 1 - last)
            self.init(isNegative: isNegative, digits: digits, exponent: exponent, isExact: true)
            return
        }
        let next = digits[significantDigits]
        let isBeyondNext = hasMore || digits[(significantDigits + 1)...].contains { $0 != zero }
        digits.removeLast(digits.count - significantDigits)
        if next == zero, !isBeyondNext {
            self.init(
                isNegative: isNegative, rounding: digits, hasMore: false, exponent: exponent, to: significantDigits)
            return
        }
        let half = UInt8(ascii: "5")
        var exponent = exponent
        if next > half || next == half && (isBeyondNext || digits[significantDigits - 1] & 1 == 1) {
            var position = significantDigits - 1
            while position >= 0, digits[position] == nine {
                digits[position] = zero
                position -= 1
            }
            if position >= 0 {
                digits[position] += 1
            } else {
                digits[0] = UInt8(ascii: "1")
                exponent += 1
            }
        }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent, isExact: false)
    }
}
