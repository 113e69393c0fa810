/// Every operation the service knows.
public enum Catalogue {
    /// All of them, by category, in the order of the documentation.
    public static let operations: [MathOperation] = [
        arithmetic, rounding, numberTheory, integerFunctions, counting, exponential, trigonometry, hyperbolic,
        complexNumbers, special,
        statistics, moreStatistics, distributions, lists, linearAlgebra, polynomials, calculus, sets, logic, units,
        constants,
    ].flatMap(\.self)

    /// The operation of that name; nil when there is none.
    public static func operation(named name: String) -> MathOperation? { byName[name] }

    private static let byName = Dictionary(operations.map { ($0.name, $0) }) { first, _ in first }

    private static let arithmetic: [MathOperation] = [
        .add, .subtract, .multiply, .divide, .mod, .pow, .square, .cube, .abs, .sign, .negate, .reciprocal, .compare,
        .unaryMinus, .unaryPlus, .number, .bignumber, .fraction,
    ]
    private static let rounding: [MathOperation] = [.floor, .ceil, .round, .fix]
    private static let numberTheory: [MathOperation] = [
        .gcd, .lcm, .isPrime, .nextPrime, .primeFactors, .divisors, .totient,
    ]
    private static let counting: [MathOperation] = [
        .factorial, .fibonacci, .combinations, .combinationsWithRep, .permutations,
    ]
    private static let exponential: [MathOperation] = [
        .sqrt, .cbrt, .nthRoot, .hypot, .exp, .expm1, .log, .log1p, .log2, .log10,
    ]
    private static let trigonometry: [MathOperation] =
        [.sin, .cos, .tan, .asin, .acos, .atan, .atan2] + MathOperation.trigonometricReciprocals
    private static let hyperbolic: [MathOperation] =
        [.sinh, .cosh, .tanh, .asinh, .acosh, .atanh] + MathOperation.hyperbolicReciprocals
    private static let statistics: [MathOperation] = [
        .mean, .median, .variance, .std, .sum, .prod, .min, .max,
    ]
    private static let constants: [MathOperation] =
        [.pi, .e, .tau, .phi, .i] + MathOperation.moreConstants + MathOperation.physicalConstants
}
