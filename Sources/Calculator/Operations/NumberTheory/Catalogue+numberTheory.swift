extension Catalogue {
    /// Primes, residues, sequences of integers, continued fractions and ways to write numbers.
    static let integerFunctions: [MathOperation] = [
        .prevPrime, .primePi, .divisorSum, .moebius, .xgcd, .invmod, .powmod, .crt, .jacobiSymbol, .lucas, .catalan,
        .bellNumbers, .stirlingS1, .stirlingS2, .composition, .multinomial, .partitions, .doubleFactorial,
        .subfactorial, .bernoulli, .harmonic, .continuedFraction, .fromContinuedFraction, .rationalApproximation,
        .toBase, .fromBase, .bin, .oct, .hex, .toRoman, .fromRoman,
    ]
}
