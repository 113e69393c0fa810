internal import CFlint

extension Integer {
    /// The square root rounded down. A negative number is refused.
    public func squareRoot() throws(NumberError) -> Integer {
        try root(2).root
    }

    /// The `degree`-th root rounded towards zero, and whether it is exact.
    /// Refused: degree 0, and an even degree of a negative number.
    public func root(_ degree: UInt) throws(NumberError) -> (root: Integer, isExact: Bool) {
        if degree == 0 { throw .domain("The 0th root is not defined; the degree must be at least 1") }
        if isNegative {
            if degree.isMultiple(of: 2) {
                throw .domain("An even root of a negative number is not real; use a number that is at least 0")
            }
            let (root, isExact) = try (-self).root(degree)
            return (-root, isExact)
        }
        if degree == 1 || self == 0 || self == 1 { return (self, true) }
        if degree >= UInt(bitWidth) { return (1, false) }
        var isExact = false
        let root = Integer.made { result in
            withFlint { isExact = fmpz_root(result, $0, Int(degree)) != 0 }
        }
        return (root, isExact)
    }

    /// Whether the number is the square of an integer.
    public var isSquare: Bool { withFlint { fmpz_is_square($0) != 0 } }
}
