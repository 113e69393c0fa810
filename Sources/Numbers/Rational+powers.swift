extension Rational {
    /// The power with a whole exponent; 0^0 is 1. Throws `divisionByZero` for a negative power of 0, and `tooLarge`
    /// when numerator or denominator would exceed `NumberLimits.maximumResultBits`.
    public func power(_ exponent: Int) throws(NumberError) -> Rational {
        if exponent < 0 { return try reciprocal().raised(to: exponent.magnitude) }
        return try raised(to: exponent.magnitude)
    }

    /// The power with a whole exponent of any size, which only 0, 1 and -1 can have when it is large.
    public func power(_ exponent: Integer) throws(NumberError) -> Rational {
        if let small = exponent.asInt { return try power(small) }
        if isZero, exponent.isNegative { throw .divisionByZero }
        if isInteger, let base = numerator.asInt, base.magnitude <= 1 {
            return base == -1 && exponent.isEven ? 1 : self
        }
        throw NumberLimits.resultTooLarge
    }

    /// The real root of this degree when it is rational, else nil. Throws `domain` as `Integer.root` does.
    public func exactRoot(_ degree: UInt) throws(NumberError) -> Rational? {
        let below = try denominator.root(degree)
        let above = try numerator.root(degree)
        return below.isExact && above.isExact
            ? Rational(canonicalNumerator: above.root, denominator: below.root) : nil
    }

    private func raised(to exponent: UInt) throws(NumberError) -> Rational {
        // Powers of numbers without a common factor have none either.
        Rational(canonicalNumerator: try numerator.power(exponent), denominator: try denominator.power(exponent))
    }
}
