internal import CFlint

extension Integer {
    /// The n-th Lucas number, 2, 1, 3, 4, 7, …: each the sum of the two before it; L(-n) = (-1)^n L(n).
    public static func lucas(_ n: Integer) throws(NumberError) -> Integer {
        let index = n.magnitude
        let value = try fibonacci(index + 1) * 2 - fibonacci(index)
        return n.isNegative && !n.isEven ? -value : value
    }

    /// The n-th Catalan number: the binomial of 2n over n, divided by n + 1.
    public static func catalan(_ n: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("Catalan numbers are defined for integers that are at least 0") }
        return try binomial(n + n, n).exactlyDivided(by: n + 1)
    }

    /// n(n - 2)(n - 4)…, down to 1 or 2; 1 for 0 and -1.
    public static func doubleFactorial(_ n: Integer) throws(NumberError) -> Integer {
        if n < -1 { throw .domain("The double factorial is defined for integers that are at least -1") }
        // 394,000!! has about 1,016,000 digits.
        guard let small = n.asInt, small <= 394_000 else { throw NumberLimits.resultTooLarge }
        if small < 2 { return 1 }
        let half = small / 2
        // (2k)!! = 2^k k!, and (2k + 1)!! (2k)!! = (2k + 1)!.
        let even = made { fmpz_fac_ui($0, UInt(half)) }.shifted(left: half)
        let result = small.isMultiple(of: 2) ? even : made { fmpz_fac_ui($0, UInt(small)) }.exactlyDivided(by: even)
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        return result
    }

    /// The number of permutations of n things that leave none in its place.
    public static func subfactorial(_ n: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("The subfactorial is defined for integers that are at least 0") }
        guard let small = n.asInt, small <= 205_023 else { throw NumberLimits.resultTooLarge }
        return small == 0 ? 1 : derangements(1...small).constant
    }

    /// (k_1 + … + k_n)! / (k_1! … k_n!), for numbers that are at least 0.
    public static func multinomial(_ counts: [Integer]) throws(NumberError) -> Integer {
        var (total, result) = (Integer.zero, Integer.one)
        for count in counts {
            if count.isNegative { throw .domain("The multinomial takes integers that are at least 0") }
            total = total + count
            result = result * (try binomial(total, count))
            if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        }
        return result
    }

    /// The map x → factor x + constant that takes D(first - 1) to D(last), where D(n) = n D(n - 1) + (-1)^n. Put
    /// together from halves, so that numbers of equal size meet; starting from D(0) = 1, the constant takes D(0) in.
    private static func derangements(_ range: ClosedRange<Int>) -> (factor: Integer, constant: Integer) {
        let (first, last) = (range.lowerBound, range.upperBound)
        if first == last {
            let sign: Integer = first.isMultiple(of: 2) ? 1 : -1
            // D(1) = 1 * D(0) - 1 with D(0) = 1.
            return (Integer(first), first == 1 ? 0 : sign)
        }
        let middle = first + (last - first) / 2
        let low = derangements(first...middle)
        let high = derangements((middle + 1)...last)
        return (low.factor * high.factor, high.factor * low.constant + high.constant)
    }
}
