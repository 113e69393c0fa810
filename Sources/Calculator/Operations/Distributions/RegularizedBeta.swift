import Numbers

/// The incomplete beta function over the beta function, for halves of whole numbers: the distribution functions of
/// Student's t and of F.
enum RegularizedBeta {
    /// Steps of the sum times the bits of the argument.
    private static let greatestWork = 40_000

    /// I(x; a, b) for a rational x in (0, 1) when it is rational; nil when it is not, or not known to be.
    ///
    /// For a whole b it is x^a Σ (a)_j/j! (1 - x)^j over j below b (DLMF 8.17.8 and 8.17.24 repeated).
    static func rational(_ x: Rational, _ a: Rational, _ b: Rational) throws(Fault) -> Rational? {
        if x == .half, a == b { return .half }
        if b.isInteger, let sum = try sum(x, a, b) { return sum }
        if a.isInteger, let sum = try sum(1 - x, b, a) { return 1 - sum }
        return nil
    }

    private static func sum(_ x: Rational, _ a: Rational, _ b: Rational) throws(Fault) -> Rational? {
        guard let count = b.asInteger?.asInt, let twice = (a + a).asInteger?.asInt, count > 0, twice > 0,
            (count + twice) * x.bitSize <= greatestWork
        else { return nil }
        guard let root = twice.isMultiple(of: 2) ? x : try? x.exactRoot(2),
            let power = try? root.power(twice.isMultiple(of: 2) ? twice / 2 : twice)
        else { return nil }
        var (sum, term) = (Rational(0), Rational(1))
        for index in 0..<count {
            sum = sum + term
            term = try (term * (a + Rational(index)) * (1 - x)).divided(by: Rational(index + 1), parameter: "x")
        }
        return power * sum
    }
}
