/// A prime and how often it divides.
public struct PrimePower: Sendable, Equatable {
    /// The prime.
    public let prime: Integer
    /// At least 1.
    public let exponent: Int
}

extension Integer {
    /// The prime powers whose product is the number, in increasing order; none for 1. For numbers that are at least 1.
    public func primeFactors() throws(NumberError) -> [PrimePower] {
        if sign <= 0 { throw .domain("Prime factors are defined for integers that are at least 1") }
        return try Factorisation.primePowers(of: self)
    }

    /// All positive divisors in increasing order, for a number other than 0.
    public func divisors() throws(NumberError) -> [Integer] {
        if isZero { throw .domain("Every integer divides 0; use a number other than 0") }
        let factors = try magnitude.primeFactors()
        var count = 1
        for factor in factors {
            count *= factor.exponent + 1
            if count > NumberLimits.maximumDivisors || count * bitWidth > NumberLimits.maximumDivisorBits {
                throw .tooLarge("The list of divisors would be too long; use a smaller number")
            }
        }
        var divisors: [Integer] = [1]
        for factor in factors {
            var multiples = divisors
            for _ in 0..<factor.exponent {
                multiples = multiples.map { $0 * factor.prime }
                divisors += multiples
            }
        }
        return divisors.sorted()
    }

    /// Euler's totient: how many of 1...n have no factor in common with n. For numbers that are at least 1.
    public func totient() throws(NumberError) -> Integer {
        if sign <= 0 { throw .domain("The totient is defined for integers that are at least 1") }
        return try primeFactors().reduce(self) { $0.exactlyDivided(by: $1.prime) * ($1.prime - 1) }
    }
}
