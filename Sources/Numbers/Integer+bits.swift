internal import CFlint

/// Bits of the two's complement with endless sign bits, as if numbers had as many bits as it takes.
extension Integer {
    /// The bits that are set in both.
    public static func & (left: Integer, right: Integer) -> Integer { combine(left, right, fmpz_and) }
    /// The bits that are set in at least one.
    public static func | (left: Integer, right: Integer) -> Integer { combine(left, right, fmpz_or) }
    /// The bits that are set in just one.
    public static func ^ (left: Integer, right: Integer) -> Integer { combine(left, right, fmpz_xor) }
    /// All bits turned: -x - 1.
    public static prefix func ~ (value: Integer) -> Integer { -value - 1 }

    /// The number times 2^count, within `NumberLimits.maximumResultBits`; `count` is at least 0.
    public func shiftedLeft(_ count: Integer) throws(NumberError) -> Integer {
        if isZero { return 0 }
        guard let bits = count.asInt, bits <= NumberLimits.maximumResultBits - bitWidth else {
            throw NumberLimits.resultTooLarge
        }
        return shifted(left: bits)
    }

    /// The number over 2^count rounded down; `count` is at least 0.
    public func shiftedRight(_ count: Integer) -> Integer {
        guard let bits = count.asInt, bits <= bitWidth else { return isNegative ? -1 : 0 }
        return Integer.made { result in withFlint { fmpz_fdiv_q_2exp(result, $0, UInt(bits)) } }
    }
}
