internal import CFlint

extension Rational {
    /// The first terms of the continued fraction a0 + 1/(a1 + 1/(a2 + …)), all of them when there are no more; the last
    /// of all is not 1, unless it is the only one.
    public func continuedFraction(terms: Int) -> [Integer] {
        var result: [Integer] = []
        var (above, below) = (numerator, denominator)
        while result.count < terms, !below.isZero {
            let (quotient, remainder) = above.flooredQuotient(by: below)
            result.append(quotient)
            (above, below) = (below, remainder)
        }
        return result
    }

    /// The number with this continued fraction. Throws `divisionByZero` where one of its denominators is 0.
    public init(continuedFraction terms: [Integer]) throws(NumberError) {
        if terms.isEmpty { throw .domain("A continued fraction has one term at least") }
        // (h, k) from the last term up: a + k/h.
        var (above, below): (Integer, Integer) = (1, 0)
        for term in terms.reversed() {
            (above, below) = (term * above + below, above)
            if above.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        }
        try self.init(numerator: above, denominator: below)
    }

    /// The nearest fraction whose denominator is at most `limit`, which is at least 1; of two equally near ones the one
    /// with the smaller denominator.
    public func nearest(denominatorUpTo limit: Integer) -> Rational {
        precondition(limit.sign > 0, "denominators are at least 1")
        if denominator <= limit { return self }
        // Convergents h/k, until the next denominator would pass the limit.
        var (h0, k0): (Integer, Integer) = (0, 1)
        var (h1, k1): (Integer, Integer) = (1, 0)
        var (above, below) = (numerator, denominator)
        while true {
            let (term, rest) = above.flooredQuotient(by: below)
            let k2 = k0 + term * k1
            if k2 > limit { break }
            (h0, k0, h1, k1) = (h1, k1, h0 + term * h1, k2)
            (above, below) = (below, rest)
        }
        let steps = (limit - k0).flooredQuotient(by: k1).quotient
        let between = Rational(h0 + steps * h1, over: k0 + steps * k1)
        let convergent = Rational(h1, over: k1)
        let (far, near) = ((self - between).magnitude, (self - convergent).magnitude)
        if far == near { return between.denominator < convergent.denominator ? between : convergent }
        return far < near ? between : convergent
    }
}

extension RealBall {
    /// The least and the greatest number of the ball; nil when it is not finite or its exponents are huge.
    public var bounds: ClosedRange<Rational>? {
        guard isFinite else { return nil }
        var (low, high, exponent): (fmpz, fmpz, fmpz) = (0, 0, 0)
        defer { fmpz_clear(&exponent) }
        let isModest = withFlint { ball in
            var magnitude = mag_struct()
            mag_init(&magnitude)
            defer { mag_clear(&magnitude) }
            arb_get_mag(&magnitude, ball)
            if mag_cmp_2exp_si(&magnitude, NumberLimits.maximumResultBits) > 0 { return false }
            arb_get_interval_fmpz_2exp(&low, &high, &exponent, ball)
            return fmpz_cmp_si(&exponent, -NumberLimits.maximumResultBits) > 0
        }
        let (least, greatest) = (Integer(adopting: low), Integer(adopting: high))
        guard isModest, fmpz_fits_si(&exponent) != 0 else { return nil }
        let shift = fmpz_get_si(&exponent)
        if shift >= 0 { return Rational(least.shifted(left: shift))...Rational(greatest.shifted(left: shift)) }
        let scale = Integer.one.shifted(left: -shift)
        return Rational(least, over: scale)...Rational(greatest, over: scale)
    }

    /// The first terms of the number's continued fraction; nil when the ball does not tell them all.
    public func continuedFraction(terms: Int) -> [Integer]? {
        guard let bounds else { return nil }
        let low = bounds.lowerBound.continuedFraction(terms: terms + 1)
        let high = bounds.upperBound.continuedFraction(terms: terms + 1)
        // The bounds' last terms may be artefacts of where they end: only terms before a further common one count.
        let common = zip(low, high).prefix { $0 == $1 }.count
        return common >= terms && low.count > terms && high.count > terms ? Array(low.prefix(terms)) : nil
    }

    /// The nearest fraction whose denominator is at most `limit`; nil when the ball does not tell it. The nearest
    /// fraction grows with the number, so what it is at both ends it is between them.
    public func nearest(denominatorUpTo limit: Integer) -> Rational? {
        guard let bounds else { return nil }
        let low = bounds.lowerBound.nearest(denominatorUpTo: limit)
        return low == bounds.upperBound.nearest(denominatorUpTo: limit) ? low : nil
    }
}
