extension Integer {
    /// The greatest prime that is less than the number, which is above 2.
    public func previousPrime() throws(NumberError) -> Integer {
        if self <= 2 { throw .domain("There is no prime below 2; use a number of at least 3") }
        if self == 3 { return 2 }
        if bitWidth > NumberLimits.maximumPrimalityBits {
            throw .tooLarge("The previous prime is found up to 154 digits; use a smaller number")
        }
        var candidate = isEven ? self - 1 : self - 2
        while true {
            if candidate.isProbablyPrime {
                if try candidate.isPrime() { return candidate }
            }
            candidate = candidate - 2
        }
    }

    /// How many primes are at most the number.
    ///
    /// Legendre's sieve over the distinct values of ⌊n / k⌋: about n^(3/4) steps, and 2 sqrt(n) numbers in memory.
    public func primeCount() throws(NumberError) -> Integer {
        if self < 2 { return 0 }
        guard let limit = asInt, limit <= NumberLimits.maximumPrimeCount else {
            throw .tooLarge("Primes are counted up to \(NumberLimits.maximumPrimeCount); use a smaller number")
        }
        return Integer(PrimeCount(limit).value)
    }
}

/// Counts, for each value v of ⌊n / k⌋, the numbers in 2...v that no prime so far divides out.
private struct PrimeCount {
    let value: Int

    init(_ limit: Int) {
        var root = Int(Double(limit).squareRoot())
        while root * root > limit { root -= 1 }
        while (root + 1) * (root + 1) <= limit { root += 1 }
        /// At v: the count for v, up to the root.
        var low = (0...root).map { $0 - 1 }
        /// At k: the count for ⌊n / k⌋.
        var high = [0] + (1...root).map { limit / $0 - 1 }
        low.withUnsafeMutableBufferPointer { low in
            high.withUnsafeMutableBufferPointer { high in
                for prime in stride(from: 2, through: root, by: 1) where low[prime] != low[prime - 1] {
                    let below = low[prime - 1]
                    let square = prime * prime
                    for k in 1...Swift.max(1, Swift.min(root, limit / square)) where limit / k >= square {
                        let quotient = k * prime
                        high[k] -= (quotient <= root ? high[quotient] : low[limit / quotient]) - below
                    }
                    if square > root { continue }
                    for v in stride(from: root, through: square, by: -1) { low[v] -= low[v / prime] - below }
                }
            }
        }
        value = high[1]
    }
}
