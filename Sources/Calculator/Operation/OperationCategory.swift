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
    /// Real and imaginary part, argument, conjugate.
    case complex
    /// Gamma, zeta, Bessel, error, elliptic and hypergeometric functions.
    case special = "special functions"
    /// Means, spreads and extremes of lists.
    case statistics
    /// Densities, distribution functions and quantiles.
    case distributions
    /// Building and taking apart lists and matrices; functions over their elements.
    case lists
    /// Matrices and vectors.
    case linearAlgebra = "linear algebra"
    /// Roots, factors and arithmetic of polynomials.
    case polynomials
    /// Derivatives, integrals, roots, series, limits.
    case calculus
    /// Lists as sets.
    case sets
    /// Truth values and comparisons.
    case logic
    /// Physical quantities.
    case units
    /// Fixed numbers.
    case constants
}
