internal import CFlint

extension Rational {
    /// The probability of at most `most` successes in `trials` independent trials of this probability, in [0, 1].
    /// `most` is from 0 to `trials`. The caller keeps the sum short: each term has as many bits as `trials` times those
    /// of the denominator.
    public func binomialSum(most: Int, trials: Int) -> Rational {
        precondition(sign >= 0 && self <= 1 && 0...trials ~= most, "a probability, and a part of the trials")
        if most == trials || isZero { return 1 }
        // P(X <= k) = 1 - P(n - X <= n - k - 1): the shorter sum.
        if 2 * most > trials { return 1 - (1 - self).binomialSum(most: trials - most - 1, trials: trials) }
        let failure = denominator - numerator
        if failure.isZero { return 0 }
        var term = failure.raised(to: trials)
        var sum = term
        for count in 0..<most {
            term = (term * Integer(trials - count) * numerator).exactlyDivided(by: Integer(count + 1) * failure)
            sum = sum + term
        }
        return Rational(sum, over: denominator.raised(to: trials))
    }
}

extension Integer {
    fileprivate func raised(to exponent: Int) -> Integer {
        Integer.made { result in withFlint { fmpz_pow_ui(result, $0, UInt(exponent)) } }
    }
}
