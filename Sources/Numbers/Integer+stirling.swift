internal import CFlint

extension Integer {
    /// The signed Stirling number of the first kind: the coefficient of x^k in x(x - 1)…(x - n + 1). Its absolute value
    /// is the number of permutations of n things with k cycles.
    public static func stirlingFirst(_ n: Integer, _ k: Integer) throws(NumberError) -> Integer {
        try stirling(n, k, upTo: NumberLimits.maximumStirlingFirst, arith_stirling_number_1)
    }

    /// The Stirling number of the second kind: the number of ways to split n things into k parts that are not empty.
    public static func stirlingSecond(_ n: Integer, _ k: Integer) throws(NumberError) -> Integer {
        try stirling(n, k, upTo: NumberLimits.maximumStirlingSecond, arith_stirling_number_2)
    }

    private static func stirling(
        _ n: Integer, _ k: Integer, upTo limit: Int, _ function: (UnsafeMutablePointer<fmpz>, UInt, UInt) -> Void
    ) throws(NumberError) -> Integer {
        if n.isNegative || k.isNegative {
            throw .domain("Stirling numbers are defined for two integers that are at least 0")
        }
        if k > n { return 0 }
        guard let things = n.asInt, let parts = k.asInt, things <= limit else {
            throw .tooLarge("These Stirling numbers are calculated up to n = \(limit); use a smaller number")
        }
        return made { function($0, UInt(things), UInt(parts)) }
    }
}
