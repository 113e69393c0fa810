/// The groups under which operations are listed.
public enum OperationCategory: String, Sendable, CaseIterable {
    /// Sums, products, powers.
    case arithmetic
    /// To whole numbers or to a number of decimals.
    case rounding
    /// Whole numbers: divisors, primes, counting.
    case numberTheory = "number theory"
    /// Roots, exponentials, logarithms.
    case exponential
    /// Angles and their functions, in radians.
    case trigonometry
    /// The hyperbolic functions and their inverses.
    case hyperbolic
    /// Means, spreads and extremes of lists.
    case statistics
    /// Fixed numbers.
    case constants
}
