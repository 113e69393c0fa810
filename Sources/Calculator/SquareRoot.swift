import Numbers

/// Square roots of rational numbers, with their closed form where it is short.
enum SquareRoot {
    /// The root of a number that is not negative: exact where it is rational.
    static func of(_ number: Rational, bits: Int) -> RealNumber {
        if number.numerator.isSquare, number.denominator.isSquare, let root = try? number.exactRoot(2) {
            return .exact(root)
        }
        return .ball(RealBall(number, bits: bits).squareRoot(bits: bits), closedForm: closedForm(number))
    }

    /// `sqrt(2)`, `3*sqrt(2)/2`: the root of n/d is that of n*d over d, and square factors come out of it.
    private static func closedForm(_ number: Rational) -> String? {
        guard let numerator = number.numerator.asInt, let denominator = number.denominator.asInt else { return nil }
        let (product, overflow) = numerator.multipliedReportingOverflow(by: denominator)
        guard !overflow, product <= 1_000_000_000_000, let (outside, inside) = split(product),
            let factor = try? Rational(numerator: Integer(outside), denominator: Integer(denominator))
        else { return nil }
        let head = factor.numerator == 1 ? "" : "\(factor.numerator)*"
        let tail = factor.isInteger ? "" : "/\(factor.denominator)"
        return "\(head)sqrt(\(inside))\(tail)"
    }

    /// n = outside^2 * inside, where no square but 1 divides inside. Once no prime up to the cube root of what is left
    /// divides it, that is a prime, a product of two, or the square of one.
    private static func split(_ number: Int) -> (outside: Int, inside: Int)? {
        var (outside, inside, left) = (1, 1, number)
        var divisor = 2
        while divisor * divisor * divisor <= left {
            while left.isMultiple(of: divisor * divisor) {
                left /= divisor * divisor
                outside *= divisor
            }
            if left.isMultiple(of: divisor) {
                left /= divisor
                inside *= divisor
            }
            divisor += divisor == 2 ? 1 : 2
        }
        guard let root = try? Integer(left).squareRoot().asInt else { return nil }
        return root * root == left ? (outside * root, inside) : (outside, inside * left)
    }
}
