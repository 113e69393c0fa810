extension Catalogue {
    /// Operations of special functions.
    static let special: [MathOperation] = [
        .gamma, .lgamma, .digamma, .beta, .zeta, .eta, .polylog, .lambertw,
        .erf, .erfc, .erfinv, .expint, .ei, .si, .ci, .li,
        .besselj, .bessely, .besseli, .besselk, .airyai, .airybi,
        .ellipk, .ellipe, .agm, .hypergeom, .legendre, .chebyshevt, .hermite, .laguerre,
    ]
}
