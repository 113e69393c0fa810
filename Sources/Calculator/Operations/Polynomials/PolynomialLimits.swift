import Numbers

/// How large polynomials may be for each kind of work, from measurements: what passes takes a second at most.
enum PolynomialLimits {
    /// The largest exponent.
    static let degree = 1_000
    /// The largest exponent in what is factored.
    static let factoredDegree = 500
    /// Bits of all coefficients of what is factored.
    static let factoredBits = 1_000_000
    /// The largest degree of a factor whose roots are isolated.
    static let rootDegree = 100
    /// The square of that degree times the bits of the precision.
    static let rootWork = 30_000_000
    /// The square of the degree times the bits of a coefficient, for resultants.
    static let resultantWork = 20_000_000
    /// Bits of all coefficients on the way.
    static let bits = 4_000_000
    /// Products of terms that one product takes, when there are several variables.
    static let products = 400_000

    /// - Throws: `too_large`
    static func checkFactoring(_ polynomial: RationalPolynomial) throws(Fault) {
        if polynomial.degree > factoredDegree || polynomial.bitSize > factoredBits {
            throw Fault(
                .tooLarge, parameter: "p",
                "The polynomial is too large to factor: its degree may be \(factoredDegree), and its coefficients 300000 digits together"
            )
        }
    }

    /// - Throws: `too_large`
    static func checkRoots(degree: Int, _ context: EvaluationContext) throws(Fault) {
        if degree > rootDegree {
            throw Fault(
                .tooLarge, parameter: "p",
                "The polynomial has a factor of degree \(degree): roots are found of factors up to degree \(rootDegree)"
            )
        }
        if degree * degree > rootWork / max(context.bits, 1) {
            throw Fault(
                .tooLarge, parameter: "p",
                "So many digits of the roots of a factor of degree \(degree) take too long: ask for fewer digits")
        }
    }

    /// - Throws: `too_large`
    static func checkResultant(_ a: RationalPolynomial, _ b: RationalPolynomial) throws(Fault) {
        let degree = max(a.degree, b.degree, 1)
        let bits = max(a.bitSize, b.bitSize) / degree + 1
        if degree * degree > resultantWork / bits {
            throw Fault(
                .tooLarge, parameter: "p",
                "The polynomials are too large for this: give ones of a smaller degree or with fewer digits")
        }
    }
}
