internal import CFlint

extension Integer {
    /// Whether the number is prime: proven, never only probable. Refused beyond `NumberLimits.maximumPrimalityBits`,
    /// unless a small factor shows that it is not.
    public func isPrime() throws(NumberError) -> Bool {
        if case .small(let value) = representation { return value > 1 && n_is_prime(UInt(value)) != 0 }
        if isNegative || isEven { return false }
        if bitWidth > NumberLimits.maximumPrimalityBits {
            throw .tooLarge("Whether a number is prime is decided up to 154 digits; use a smaller number")
        }
        switch withFlint({ fmpz_is_prime($0) }) {
        case 0: return false
        case 1: return true
        default: throw .tooLarge("The number is probably prime, but no proof was found; use a smaller number")
        }
    }

    /// The smallest prime that is greater than the number.
    public func nextPrime() throws(NumberError) -> Integer {
        if self < 2 { return 2 }
        if bitWidth >= NumberLimits.maximumPrimalityBits {
            throw .tooLarge("The next prime is found up to 154 digits; use a smaller number")
        }
        var candidate = isEven ? self + 1 : self + 2
        while true {
            if candidate.isProbablyPrime {
                if try candidate.isPrime() { return candidate }
            }
            candidate = candidate + 2
        }
    }

    var isProbablyPrime: Bool { withFlint { fmpz_is_probabprime($0) != 0 } }
}
