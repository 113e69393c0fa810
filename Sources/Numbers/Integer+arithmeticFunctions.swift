extension Integer {
    /// The sum of the k-th powers of all positive divisors of a number that is at least 1; how many there are for k = 0.
    public func divisorSum(power: Int) throws(NumberError) -> Integer {
        if sign <= 0 { throw .domain("The sum of divisors is defined for integers that are at least 1") }
        if power < 0 { throw .domain("The divisors are raised to a power that is at least 0") }
        var sum = Integer.one
        for factor in try primeFactors() {
            let step = try factor.prime.power(UInt(power))
            // 1 + s + s^2 + … by Horner: exact for s = 1 as well.
            var part = Integer.one
            for _ in 0..<factor.exponent { part = part * step + 1 }
            sum = sum * part
            if sum.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        }
        return sum
    }

    /// Möbius' function: 0 when a square other than 1 divides the number, which is at least 1, else -1 or 1 for an odd
    /// or even number of prime factors.
    public func moebius() throws(NumberError) -> Int {
        let factors = try primeFactors()
        if factors.contains(where: { $0.exponent > 1 }) { return 0 }
        return factors.count.isMultiple(of: 2) ? 1 : -1
    }
}
