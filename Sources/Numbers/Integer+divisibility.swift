internal import CFlint

extension Integer {
    /// The greatest common divisor, never negative; 0 for two zeros.
    public static func greatestCommonDivisor(_ left: Integer, _ right: Integer) -> Integer {
        if case .small(let a) = left.representation, case .small(let b) = right.representation {
            let divisor = smallGreatestCommonDivisor(a.magnitude, b.magnitude)
            if let small = Int(exactly: divisor) { return Integer(small) }
        }
        return combine(left, right, fmpz_gcd)
    }

    /// The least common multiple, never negative; 0 when either is 0.
    public static func leastCommonMultiple(_ left: Integer, _ right: Integer) throws(NumberError) -> Integer {
        if left.isZero || right.isZero { return 0 }
        let result = left.exactlyDivided(by: greatestCommonDivisor(left, right)) * right
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        return result.magnitude
    }

    /// Stein's algorithm.
    static func smallGreatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
        if left == 0 { return right }
        if right == 0 { return left }
        let shift = (left | right).trailingZeroBitCount
        var a = left &>> UInt(left.trailingZeroBitCount)
        var b = right
        repeat {
            b &>>= UInt(b.trailingZeroBitCount)
            if a > b { swap(&a, &b) }
            b &-= a
        } while b != 0
        return a &<< UInt(shift)
    }
}
