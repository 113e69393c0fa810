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
    /// Primes, residues, sequences of integers, continued fractions and ways to write numbers.
    private static let integerFunctions: [MathOperation] = [
        .prevPrime, .primePi, .divisorSum, .moebius, .xgcd, .invmod, .powmod, .crt, .jacobiSymbol, .lucas, .catalan,
        .bellNumbers, .stirlingS1, .stirlingS2, .composition, .multinomial, .partitions, .doubleFactorial,
        .subfactorial, .bernoulli, .harmonic, .continuedFraction, .fromContinuedFraction, .rationalApproximation,
        .toBase, .fromBase, .bin, .oct, .hex, .toRoman, .fromRoman,
    ]
    /// Operations of complex numbers.
    private static let complexNumbers: [MathOperation] = [.re, .im, .arg, .conj, .complex, .nthRoots]
    /// Operations of special functions.
    private static let special: [MathOperation] = [
        .gamma, .lgamma, .digamma, .beta, .zeta, .eta, .polylog, .lambertw,
        .erf, .erfc, .erfinv, .expint, .ei, .si, .ci, .li,
        .besselj, .bessely, .besseli, .besselk, .airyai, .airybi,
        .ellipk, .ellipe, .agm, .hypergeom, .legendre, .chebyshevt, .hermite, .laguerre,
    ]
    /// Statistics of lists beyond means and extremes.
    private static let moreStatistics: [MathOperation] = [
        .mode, .mad, .spread, .quantile, .quantileSeq, .cov, .corr, .linreg, .zscore, .kldivergence,
    ]
    /// Operations of probability distributions.
    private static let distributions: [MathOperation] = [
        .normalPdf, .normalCdf, .normalQuantile, .tPdf, .tCdf, .tQuantile,
        .chiSquarePdf, .chiSquareCdf, .chiSquareQuantile, .fPdf, .fCdf, .fQuantile,
        .binomialPdf, .binomialCdf, .binomialQuantile, .poissonPdf, .poissonCdf, .poissonQuantile,
        .exponentialPdf, .exponentialCdf, .exponentialQuantile, .uniformPdf, .uniformCdf, .uniformQuantile,
    ]
    /// Operations of lists and matrices as containers, higher-order functions.
    private static let lists: [MathOperation] = [
        .map, .filter, .sort, .flatten, .reshape, .squeeze, .range, .count, .cumsum, .diff, .partitionSelect,
        .dotMultiply, .dotDivide, .dotPow, .format, .string,
    ]
    /// Operations of linear algebra.
    private static let linearAlgebra: [MathOperation] = [
        .identity, .zeros, .ones, .diag, .size, .concat, .transpose, .ctranspose, .dot, .cross, .kron, .norm, .trace,
        .det, .inv, .lusolve, .rank, .rref, .nullspace, .lu, .lup, .qr, .charpoly, .eigs, .eigenvectors, .expm,
        .pinv, .lsolve, .usolve, .row, .column, .resize, .matrix, .rotationMatrix, .rotate, .distance, .intersect,
    ]
    /// Operations of polynomials.
    private static let polynomials: [MathOperation] = [
        .polyroots, .polynomialRoot, .polyfactor, .polygcd, .polyeval, .expand, .resultant, .discriminant,
    ]
    /// Operations of calculus and symbolic work.
    private static let calculus: [MathOperation] = [
        .derivative, .simplify, .integrate, .findRoots, .sumSeries, .taylor, .limit,
    ]
    /// Operations of sets.
    private static let sets: [MathOperation] = [
        .setUnion, .setIntersect, .setDifference, .setSymDifference, .setIsSubset, .setSize, .setDistinct,
        .setMultiplicity, .setCartesian, .setPowerset,
    ]
    /// Operations of truth values and comparisons, and of bits.
    private static let logic: [MathOperation] = [
        .and, .or, .xor, .not, .equal, .unequal, .smaller, .larger, .smallerEq, .largerEq, .deepEqual, .bitAnd, .bitOr,
        .bitXor, .bitNot, .leftShift, .rightArithShift, .rightLogShift,
        .isInteger, .isPositive, .isNegative, .isZero, .isNaN, .isNumeric, .hasNumericValue, .typeOf, .boolean,
        .equalText, .compareText, .compareNatural,
    ]
    /// Operations of physical units.
    private static let units: [MathOperation] = [.unit, .to, .toValue, .splitUnit, .createUnit]
}
