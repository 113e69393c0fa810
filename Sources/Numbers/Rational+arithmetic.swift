internal import CFlint

extension Rational {
    /// The sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        if let sum = smallSum(left, right, negated: false) { return sum }
        return combine(left, right, fmpq_add)
    }

    /// The difference.
    public static func - (left: Rational, right: Rational) -> Rational {
        if let difference = smallSum(left, right, negated: true) { return difference }
        return combine(left, right, fmpq_sub)
    }

    /// The product.
    public static func * (left: Rational, right: Rational) -> Rational {
        if let a = left.small, let b = right.small, let product = smallProduct(a, b) { return product }
        return combine(left, right, fmpq_mul)
    }

    /// The number with the other sign.
    public static prefix func - (value: Rational) -> Rational {
        Rational(canonicalNumerator: -value.numerator, denominator: value.denominator)
    }

    /// The quotient. Throws `divisionByZero`.
    public func divided(by divisor: Rational) throws(NumberError) -> Rational {
        try self * divisor.reciprocal()
    }

    /// One over the number. Throws `divisionByZero`.
    public func reciprocal() throws(NumberError) -> Rational {
        if isZero { throw .divisionByZero }
        return isNegative
            ? Rational(canonicalNumerator: -denominator, denominator: -numerator)
            : Rational(canonicalNumerator: denominator, denominator: numerator)
    }

    /// What is left of the number when `divisor` is taken away as often as it goes: `x - y * floor(x / y)`, with the
    /// sign of the divisor. Throws `divisionByZero`.
    public func modulo(_ divisor: Rational) throws(NumberError) -> Rational {
        if let a = asInteger, let b = divisor.asInteger { return Rational(try a.flooredDivision(by: b).remainder) }
        return self - divisor * Rational(try divided(by: divisor).floor)
    }

    private struct Small {
        let numerator: Int
        let denominator: Int
    }

    private var small: Small? {
        guard let numerator = numerator.asInt, let denominator = denominator.asInt else { return nil }
        return Small(numerator: numerator, denominator: denominator)
    }

    /// a/b ± c/d without FLINT while everything fits in words.
    private static func smallSum(_ left: Rational, _ right: Rational, negated: Bool) -> Rational? {
        guard let a = left.small, let b = right.small, b.numerator != .min else { return nil }
        let addend = negated ? -b.numerator : b.numerator
        if a.denominator == 1, b.denominator == 1 {
            let (sum, overflow) = a.numerator.addingReportingOverflow(addend)
            return overflow ? nil : Rational(sum)
        }
        let (first, firstOverflow) = a.numerator.multipliedReportingOverflow(by: b.denominator)
        let (second, secondOverflow) = addend.multipliedReportingOverflow(by: a.denominator)
        let (sum, sumOverflow) = first.addingReportingOverflow(second)
        let (denominator, denominatorOverflow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        if firstOverflow || secondOverflow || sumOverflow || denominatorOverflow { return nil }
        return reduced(sum, denominator)
    }

    private static func smallProduct(_ a: Small, _ b: Small) -> Rational? {
        let (numerator, overflow) = a.numerator.multipliedReportingOverflow(by: b.numerator)
        if overflow { return nil }
        if a.denominator == 1, b.denominator == 1 { return Rational(numerator) }
        let (denominator, denominatorOverflow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        return denominatorOverflow ? nil : reduced(numerator, denominator)
    }

    /// `denominator` is positive.
    static func reduced(_ numerator: Int, _ denominator: Int) -> Rational {
        // Not above the denominator, so it fits.
        let divisor = Int(Integer.smallGreatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        if divisor == 1 {
            return Rational(canonicalNumerator: Integer(numerator), denominator: Integer(denominator))
        }
        return Rational(
            canonicalNumerator: Integer(numerator / divisor), denominator: Integer(denominator / divisor))
    }

    private static func combine(
        _ left: Rational, _ right: Rational,
        _ function: (UnsafeMutablePointer<fmpq>, UnsafePointer<fmpq>, UnsafePointer<fmpq>) -> Void
    ) -> Rational {
        made { result in left.withFlint { a in right.withFlint { b in function(result, a, b) } } }
    }
}
