internal import CFlint

extension Integer {
    /// Whether the number is prime: proven, never only probable.
    public func isPrime() throws(NumberError) -> Bool {
        if case .small(let value) = representation { return value > 1 && n_is_prime(UInt(value)) != 0 }
        if isNegative || isEven { return false }
        if bitWidth > NumberLimits.maximumPrimalityBits {
            throw .tooLarge("Whether a number is prime is decided up to 154 digits; use a smaller number")
        }
        return withFlint { fmpz_is_prime($0) } == 1
    }

    /// The smallest prime that is greater than the number.
    public func nextPrime() throws(NumberError) -> Integer {
        if self < 2 { return 2 }
        if bitWidth >= NumberLimits.maximumPrimalityBits {
            throw .tooLarge("The next prime is found up to 154 digits; use a smaller number")
        }
        var candidate = isEven ? self + 1 : self + 2
        while true {
            if try candidate.isProbablePrime, candidate.isPrime() { return candidate }
            candidate = candidate + 2
        }
    }

    private var isProbablePrime: Bool { withFlint { fmpz_is_probabprime($0) != 0 } }
}
