import Numbers

/// Finds the logarithms that are rational: log_b(a) = m/n if and only if a = g^m and b = g^n for some rational g.
///
/// Euclid's algorithm on the exponents, with division in the place of subtraction: of g^m and g^n the second divides the
/// first as often as n goes into m, and what remains is g^(m mod n). Where a division does not come out, there is no g.
enum RationalLogarithm {
    /// log_b(a) for positive a and b, b other than 1; nil when it is irrational.
    static func of(_ a: Rational, base b: Rational) -> Rational? {
        if a == 1 { return 0 }
        let (isSmall, isSmallBase) = (a < 1, b < 1)
        guard let ratio = ratio(isSmall ? inverse(a) : a, isSmallBase ? inverse(b) : b) else { return nil }
        return isSmall == isSmallBase ? ratio : -ratio
    }

    /// The same for a and b greater than 1: the continued fraction of m/n, one term a step.
    private static func ratio(_ a: Rational, _ b: Rational) -> Rational? {
        if a == b { return 1 }
        let (quotient, rest) = removed(b, from: a)
        if rest == 1 { return Rational(quotient) }
        // g^(m mod n) lies between 1 and b, and b goes into a larger number at least once.
        guard rest > 1, rest < b, quotient > 0 || a < b else { return nil }
        guard let inner = ratio(b, rest), let fraction = try? inner.reciprocal() else { return nil }
        return Rational(quotient) + fraction
    }

    /// How often `divisor` divides the number in the sense that numerator and denominator both come out, and the rest.
    private static func removed(_ divisor: Rational, from number: Rational) -> (count: Int, rest: Rational) {
        var powers = [divisor]
        var rest = number
        while let next = powers.last.map({ $0 * $0 }), next.bitSize <= rest.bitSize + 2, next <= rest {
            powers.append(next)
        }
        var count = 0
        for (index, power) in powers.enumerated().reversed() where divides(power, rest) {
            rest = (try? rest.divided(by: power)) ?? rest
            count += 1 << index
        }
        return (count, rest)
    }

    private static func divides(_ divisor: Rational, _ number: Rational) -> Bool {
        (try? number.numerator.flooredDivision(by: divisor.numerator).remainder.isZero) == true
            && (try? number.denominator.flooredDivision(by: divisor.denominator).remainder.isZero) == true
    }

    private static func inverse(_ number: Rational) -> Rational { (try? number.reciprocal()) ?? number }
}
