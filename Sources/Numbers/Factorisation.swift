internal import CFlint

/// Splits an integer into primes with a fixed amount of work, so that it ends soon whatever the number.
///
/// Trial division and elliptic curves only: FLINT 2's quadratic sieve writes a file into the working directory, under a
/// name that it shares with every other thread.
struct Factorisation {
    private var exponents: [Integer: Int] = [:]
    private var curves = EllipticCurves()

    /// The prime powers of a number that is at least 1, in increasing order.
    static func primePowers(of number: Integer) throws(NumberError) -> [PrimePower] {
        if number.bitWidth > NumberLimits.maximumFactoredBits {
            throw .tooLarge("Numbers of up to 100000 digits are factored; use a smaller number")
        }
        var factorisation = Factorisation()
        let cofactor = factorisation.divideOutSmallPrimes(of: number)
        try factorisation.split(cofactor, exponent: 1)
        return factorisation.exponents.map { PrimePower(prime: $0.key, exponent: $0.value) }
            .sorted { $0.prime < $1.prime }
    }

    /// What is left has no prime factor among the first 3,512 primes, or is none of more than 64 bits.
    private mutating func divideOutSmallPrimes(of number: Integer) -> Integer {
        var factors = fmpz_factor_struct()
        fmpz_factor_init(&factors)
        defer { fmpz_factor_clear(&factors) }
        if number.asInt != nil {
            number.withFlint { fmpz_factor(&factors, $0) }
            record(factors, count: factors.num)
            return 1
        }
        let isComplete = number.withFlint { fmpz_factor_trial(&factors, $0, 3_512) } != 0
        if isComplete {
            record(factors, count: factors.num)
            return 1
        }
        // What could not be divided stands at the end.
        record(factors, count: factors.num - 1)
        return Integer(copying: factors.p + (factors.num - 1))
    }

    private mutating func record(_ factors: fmpz_factor_struct, count: Int) {
        for index in 0..<count {
            exponents[Integer(copying: factors.p + index), default: 0] += Int(factors.exp[index])
        }
    }

    private mutating func split(_ number: Integer, exponent: Int) throws(NumberError) {
        if number == 1 { return }
        if number.bitWidth > NumberLimits.maximumPrimalityBits { throw Self.unfinished(number) }
        if try number.isPrime() {
            exponents[number, default: 0] += exponent
        } else if let (root, power) = number.perfectPower {
            try split(root, exponent: exponent * power)
        } else if let factor = number.asInt == nil ? curves.factor(of: number) : number.wordFactor {
            try split(factor, exponent: exponent)
            try split(number.exactlyDivided(by: factor), exponent: exponent)
        } else {
            throw Self.unfinished(number)
        }
    }

    private static func unfinished(_ number: Integer) -> NumberError {
        .tooLarge(
            """
            The number is too hard to factor: a part of \(number.decimalDigitCount) digits is left, and factors \
            of more than 15 digits are not always found; use a smaller number
            """)
    }
}

/// Lenstra's elliptic curve method with rising bounds and one budget for all parts of a number.
private struct EllipticCurves {
    /// Curves and bounds usual for factors of 10, 15 and 20 digits.
    private static let rounds: [(curves: Int, bound: Int)] = [(20, 400), (60, 2_000), (90, 11_000)]
    /// In units of bound times words of the number, which take about a microsecond each: a second in all (measured).
    private var budget = 900_000

    /// A factor other than 1 and the number itself, if the budget suffices to find one.
    mutating func factor(of number: Integer) -> Integer? {
        // The same seed each time: the same numbers are factored on every run.
        var random = flint_rand_s()
        flint_random_begin(&random)
        defer { flint_random_end(&random) }
        for round in Self.rounds {
            let cost = round.bound * ((number.bitWidth + 63) / 64)
            let curves = min(round.curves, budget / cost)
            if curves == 0 { return nil }
            var isFound = false
            let factor = Integer.made { result in
                number.withFlint {
                    let bound = UInt(round.bound)
                    isFound = fmpz_factor_ecm(result, UInt(curves), bound, 100 * bound, &random, $0) > 0
                }
            }
            if isFound, factor > 1, factor < number { return factor }
            budget -= curves * cost
        }
        return nil
    }
}

extension Integer {
    /// The number as a power with the greatest exponent, when that is above 1.
    fileprivate var perfectPower: (root: Integer, exponent: Int)? {
        var exponent: Int32 = 0
        let root = Integer.made { result in withFlint { exponent = fmpz_is_perfect_power(result, $0) } }
        return exponent > 1 ? (root, Int(exponent)) : nil
    }

    /// A factor other than 1 and itself of a composite number that fits in a word.
    fileprivate var wordFactor: Integer? {
        var factors = fmpz_factor_struct()
        fmpz_factor_init(&factors)
        defer { fmpz_factor_clear(&factors) }
        withFlint { fmpz_factor(&factors, $0) }
        return Integer(copying: factors.p)
    }
}
