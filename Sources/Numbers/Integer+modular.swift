internal import CFlint

extension Integer {
    /// The greatest common divisor d, never negative, and x and y with d = x a + y b, as small as can be.
    public static func bezout(_ a: Integer, _ b: Integer) -> (divisor: Integer, x: Integer, y: Integer) {
        var (divisor, x, y): (fmpz, fmpz, fmpz) = (0, 0, 0)
        a.withFlint { a in b.withFlint { b in fmpz_xgcd_canonical_bezout(&divisor, &x, &y, a, b) } }
        return (Integer(adopting: divisor), Integer(adopting: x), Integer(adopting: y))
    }

    /// The number y in 0..<|m| with x y = 1 modulo m.
    public func inverse(modulo modulus: Integer) throws(NumberError) -> Integer {
        if modulus.isZero { throw .divisionByZero }
        let modulus = modulus.magnitude
        if modulus == 1 { return 0 }
        var exists = false
        let inverse = Integer.made { result in
            withFlint { x in modulus.withFlint { exists = fmpz_invmod(result, x, $0) != 0 } }
        }
        if exists { return inverse }
        let divisor = Integer.greatestCommonDivisor(self, modulus)
        throw .domain("There is no inverse: the number and the modulus have the common divisor \(divisor.short)")
    }

    /// The power reduced to 0..<|m|; with a negative exponent that of the inverse.
    public func power(_ exponent: Integer, modulo modulus: Integer) throws(NumberError) -> Integer {
        if modulus.isZero { throw .divisionByZero }
        let modulus = modulus.magnitude
        for part in [exponent, modulus] where part.bitWidth > NumberLimits.maximumModularBits {
            throw .tooLarge("Powers modulo a number are calculated with up to 5000 digits; use smaller numbers")
        }
        let base = exponent.isNegative ? try inverse(modulo: modulus) : flooredQuotient(by: modulus).remainder
        let exponent = exponent.magnitude
        return Integer.made { result in
            base.withFlint { base in
                exponent.withFlint { exponent in modulus.withFlint { fmpz_powm(result, base, exponent, $0) } }
            }
        }
    }

    /// Jacobi's symbol of the number over n, an odd integer that is at least 1: -1, 0 or 1.
    public func jacobiSymbol(over n: Integer) throws(NumberError) -> Int {
        if n.sign <= 0 || n.isEven {
            throw .domain("The Jacobi symbol is defined over odd integers that are at least 1")
        }
        return withFlint { a in n.withFlint { Int(fmpz_kronecker(a, $0)) } }
    }

    private var short: String { bitWidth <= 200 ? description : "with \(decimalDigitCount) digits" }
}

/// All integers that leave one remainder when divided by a modulus.
public struct ResidueClass: Sendable, Equatable {
    /// In 0..<modulus.
    public let residue: Integer
    /// At least 1.
    public let modulus: Integer

    /// The integers that are `residue` modulo `modulus`, which is not 0.
    public init(_ residue: Integer, modulo modulus: Integer) throws(NumberError) {
        if modulus.isZero { throw .divisionByZero }
        self.init(reducing: residue, modulus.magnitude)
    }

    private init(reducing residue: Integer, _ modulus: Integer) {
        self.residue = residue.flooredQuotient(by: modulus).remainder
        self.modulus = modulus
    }

    /// The integers in both classes, by the Chinese remainder theorem; refused when there are none.
    public func intersection(_ other: ResidueClass) throws(NumberError) -> ResidueClass {
        let (divisor, x, _) = Integer.bezout(modulus, other.modulus)
        let (steps, rest) = (other.residue - residue).flooredQuotient(by: divisor)
        if !rest.isZero {
            throw .domain("No number leaves all these remainders: two of them contradict each other")
        }
        let otherPart = other.modulus.exactlyDivided(by: divisor)
        let result = modulus * otherPart
        if result.bitWidth > NumberLimits.maximumResultBits { throw NumberLimits.resultTooLarge }
        let factor = (steps * x).flooredQuotient(by: otherPart).remainder
        return ResidueClass(reducing: residue + modulus * factor, result)
    }
}
