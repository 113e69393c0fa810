internal import CFlint

extension Integer {
    /// The sum.
    public static func + (left: Integer, right: Integer) -> Integer {
        if case .small(let a) = left.representation, case .small(let b) = right.representation {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return Integer(sum) }
        }
        return combine(left, right, fmpz_add)
    }

    /// The difference.
    public static func - (left: Integer, right: Integer) -> Integer {
        if case .small(let a) = left.representation, case .small(let b) = right.representation {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            if !overflow { return Integer(difference) }
        }
        return combine(left, right, fmpz_sub)
    }

    /// The product.
    public static func * (left: Integer, right: Integer) -> Integer {
        if case .small(let a) = left.representation, case .small(let b) = right.representation {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return Integer(product) }
        }
        return combine(left, right, fmpz_mul)
    }

    /// The number with the other sign.
    public static prefix func - (value: Integer) -> Integer {
        if case .small(let a) = value.representation, a != .min { return Integer(-a) }
        return made { result in value.withFlint { fmpz_neg(result, $0) } }
    }

    /// The absolute value.
    public var magnitude: Integer { isNegative ? -self : self }

    /// Quotient rounded towards negative infinity, and a remainder with the sign of the divisor.
    public func flooredDivision(by divisor: Integer) throws(NumberError) -> (quotient: Integer, remainder: Integer) {
        if divisor.isZero { throw .divisionByZero }
        return flooredQuotient(by: divisor)
    }

    /// `flooredDivision` by what is known not to be 0.
    func flooredQuotient(by divisor: Integer) -> (quotient: Integer, remainder: Integer) {
        let (quotient, remainder) = truncatedQuotient(by: divisor)
        if remainder.isZero || remainder.isNegative == divisor.isNegative { return (quotient, remainder) }
        return (quotient - 1, remainder + divisor)
    }

    /// Quotient rounded towards zero, and a remainder with the sign of the dividend.
    public func truncatedDivision(by divisor: Integer) throws(NumberError) -> (quotient: Integer, remainder: Integer) {
        if divisor.isZero { throw .divisionByZero }
        return truncatedQuotient(by: divisor)
    }

    /// `truncatedDivision` by what is known not to be 0.
    func truncatedQuotient(by divisor: Integer) -> (quotient: Integer, remainder: Integer) {
        if case .small(let a) = representation, case .small(let b) = divisor.representation, b != -1 {
            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
            return (Integer(quotient), Integer(remainder))
        }
        var quotient: fmpz = 0
        var remainder: fmpz = 0
        withFlint { a in divisor.withFlint { b in fmpz_tdiv_qr(&quotient, &remainder, a, b) } }
        return (Integer(adopting: quotient), Integer(adopting: remainder))
    }

    /// The quotient of a division that is known to leave nothing.
    func exactlyDivided(by divisor: Integer) -> Integer {
        if case .small(let a) = representation, case .small(let b) = divisor.representation, b != -1 {
            return Integer(a / b)
        }
        return Integer.combine(self, divisor, fmpz_divexact)
    }

    /// The power. Refused when it would exceed `NumberLimits.maximumResultBits`.
    public func power(_ exponent: UInt) throws(NumberError) -> Integer {
        if exponent == 0 { return 1 }
        switch asInt {
        case 0, 1: return self
        case -1: return exponent & 1 == 0 ? 1 : self
        default: break
        }
        // |x|^n >= 2^((bits - 1) n): nothing is refused that would fit.
        let (bits, overflow) = UInt(bitWidth - 1).multipliedReportingOverflow(by: exponent)
        if overflow || bits > UInt(NumberLimits.maximumResultBits) { throw NumberLimits.resultTooLarge }
        let result = Integer.made { result in withFlint { fmpz_pow_ui(result, $0, exponent) } }
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        return result
    }

    /// The number times 2^shift.
    func shifted(left shift: Int) -> Integer {
        Integer.made { result in withFlint { fmpz_mul_2exp(result, $0, UInt(shift)) } }
    }

    static func powerOfTen(_ exponent: Int) -> Integer {
        Integer.made { result in
            fmpz_set_ui(result, 10)
            fmpz_pow_ui(result, result, UInt(exponent))
        }
    }

    static func combine(
        _ left: Integer, _ right: Integer,
        _ function: (UnsafeMutablePointer<fmpz>, UnsafePointer<fmpz>, UnsafePointer<fmpz>) -> Void
    ) -> Integer {
        made { result in left.withFlint { a in right.withFlint { b in function(result, a, b) } } }
    }
}
