internal import CFlint

extension Integer {
    /// n! for n >= 0, within `NumberLimits.maximumResultBits`.
    public static func factorial(_ n: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("The factorial is defined for integers that are at least 0") }
        // 205,022! is the largest with at most 1,000,000 digits; the next has 1,000,005, which the limit still lets pass.
        guard let small = n.asInt, small <= 205_023 else { throw NumberLimits.resultTooLarge }
        return made { fmpz_fac_ui($0, UInt(small)) }
    }

    /// The n-th Fibonacci number; F(-n) = (-1)^(n+1) F(n).
    public static func fibonacci(_ n: Integer) throws(NumberError) -> Integer {
        // F(n) has about 0.694 n bits.
        guard let index = n.magnitude.asInt, index <= 4_897_000 else { throw NumberLimits.resultTooLarge }
        let value = made { fmpz_fib_ui($0, UInt(index)) }
        return n.isNegative && index.isMultiple(of: 2) ? -value : value
    }

    /// The number of ways to choose k of n, for n >= 0; 0 when k < 0 or k > n.
    public static func binomial(_ n: Integer, _ k: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("The number of things to choose from must be at least 0") }
        if k.isNegative || k > n { return 0 }
        let fewer = min(k, n - k)
        guard let count = fewer.asInt else { throw NumberLimits.resultTooLarge }
        if count == 0 { return 1 }
        if count == 1 { return n }
        // (n/k)^k <= C(n, k): nothing is refused that would fit.
        let quotientBits = n.bitWidth - fewer.bitWidth - 1
        let lowerBound = max(quotientBits, 1).multipliedReportingOverflow(by: count)
        if lowerBound.overflow || lowerBound.partialValue > NumberLimits.maximumResultBits {
            throw NumberLimits.resultTooLarge
        }
        let result = productOfChoices(n, UInt(count))
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        return result
    }

    /// The number of ordered ways to take k of n: n! / (n - k)!, for n >= 0; 0 when k < 0 or k > n.
    public static func permutations(_ n: Integer, _ k: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("The number of things to take from must be at least 0") }
        if k.isNegative || k > n { return 0 }
        guard let count = k.asInt else { throw NumberLimits.resultTooLarge }
        if count == 0 { return 1 }
        // Each factor but the last few has at least as many bits as n - k + 1.
        let smallestFactor = n - k + 1
        let lowerBound = (smallestFactor.bitWidth - 1).multipliedReportingOverflow(by: count)
        // k! <= P(n, k).
        if lowerBound.overflow || lowerBound.partialValue > NumberLimits.maximumResultBits || count > 205_023 {
            throw NumberLimits.resultTooLarge
        }
        let result = made { result in smallestFactor.withFlint { fmpz_rfac_ui(result, $0, UInt(count)) } }
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        return result
    }

    private static func productOfChoices(_ n: Integer, _ count: UInt) -> Integer {
        // FLINT's own binomial sieves the primes up to n, which takes seconds where n is large and count small.
        if let small = n.asInt, count > UInt(small) / 16 { return made { fmpz_bin_uiui($0, UInt(small), count) } }
        let product = made { result in (n - Integer(Int(count)) + 1).withFlint { fmpz_rfac_ui(result, $0, count) } }
        return product.exactlyDivided(by: made { fmpz_fac_ui($0, count) })
    }
}
