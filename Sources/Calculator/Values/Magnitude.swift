import Numbers

/// Keeps results within `Limits.resultDigits` digits before and after the point, before anything is computed.
enum Magnitude {
    /// resultDigits * ln 10, rounded up.
    private static let greatestExponentOfE = 2_302_586

    /// - Throws: `too_large` when e to that power is beyond the limit.
    static func check(exponentOfE exponent: Rational, parameter: String) throws(Fault) {
        if exponent > Rational(greatestExponentOfE) { throw .resultTooLarge(parameter) }
        if exponent < -Rational(greatestExponentOfE) { throw .resultTooSmall(parameter) }
    }

    /// The same for a ball; one that may lie on either side passes.
    static func check(exponentOfE exponent: RealBall, parameter: String) throws(Fault) {
        let limit = Rational(greatestExponentOfE)
        if exponent.isGreater(than: limit) == true { throw .resultTooLarge(parameter) }
        if (-exponent).isGreater(than: limit) == true { throw .resultTooSmall(parameter) }
    }
}
