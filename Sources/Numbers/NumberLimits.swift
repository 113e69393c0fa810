/// How large numbers may become. Every function whose result could be larger refuses before it begins.
public enum NumberLimits {
    /// Bits of an integer result: about 1,000,000 decimal digits.
    public static let maximumResultBits = 3_400_000
    /// Digits in the text of one number.
    public static let maximumTextDigits = 100_000
    /// The largest absolute value of a decimal exponent in the text of a number.
    public static let maximumTextExponent = 100_000
    /// Digits that `decimalText` is meant for.
    public static let maximumSignificantDigits = 10_000
    /// The largest |exponent| of ten that a ball's decimal text may have.
    public static let maximumDecimalExponent = 1_000_000_000_000_000_000
    /// Bits of a number whose primality is decided: the proof takes under a second (measured).
    public static let maximumPrimalityBits = 512
    /// Bits of a number that is searched for factors at all: about 100,000 digits. Elliptic curves are tried only when
    /// what the small primes leave has at most `maximumPrimalityBits`.
    public static let maximumFactoredBits = 332_193
    /// Divisors that one call lists.
    public static let maximumDivisors = 100_000
    /// Bits of all divisors that one call lists.
    public static let maximumDivisorBits = 34_000_000
    /// The greatest number whose partitions are counted: 0.2 s, and a result of 111,000 digits (measured).
    public static let maximumPartitions = 10_000_000_000
    /// The greatest index of a Bell number: 0.3 s (measured).
    public static let maximumBell = 10_000
    /// The greatest first index of a Stirling number of the first kind: 0.2 s (measured).
    public static let maximumStirlingFirst = 4_000
    /// The greatest first index of a Stirling number of the second kind: 0.1 s (measured).
    public static let maximumStirlingSecond = 10_000
    /// The greatest index of a Bernoulli number: 0.7 s (measured).
    public static let maximumBernoulli = 100_000
    /// The greatest index of a harmonic number: 0.5 s (measured).
    public static let maximumHarmonic = 1_000_000
    /// The greatest number up to which primes are counted: 0.3 s (measured).
    public static let maximumPrimeCount = 100_000_000_000
    /// Bits of exponent and modulus of a power modulo a number, 5000 digits: 0.5 s (measured).
    public static let maximumModularBits = 16_610

    static let resultTooLarge = NumberError.tooLarge(
        "The result would have more than 1000000 digits; use smaller numbers")
}
