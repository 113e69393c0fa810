internal import CFlint

/// A fraction of two integers of any size, always in lowest terms with a positive denominator.
public struct Rational: Sendable, Hashable {
    /// The part above the line; carries the sign.
    public let numerator: Integer
    /// The part below the line; at least 1.
    public let denominator: Integer

    /// The fraction of two numbers that have no factor in common, the second positive.
    @inline(__always)
    init(canonicalNumerator numerator: Integer, denominator: Integer) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The integer as a fraction.
    public init(_ integer: Integer) {
        self.init(canonicalNumerator: integer, denominator: 1)
    }

    /// The integer as a fraction.
    public init(_ integer: Int) {
        self.init(canonicalNumerator: Integer(integer), denominator: 1)
    }

    /// The quotient of two integers. Throws `divisionByZero`.
    public init(numerator: Integer, denominator: Integer) throws(NumberError) {
        if denominator.isZero { throw .divisionByZero }
        self.init(numerator, over: denominator)
    }

    /// The quotient by what is known not to be 0.
    init(_ numerator: Integer, over denominator: Integer) {
        let divisor = Integer.greatestCommonDivisor(numerator, denominator)
        let signed = denominator.isNegative ? -divisor : divisor
        self.init(
            canonicalNumerator: numerator.exactlyDivided(by: signed),
            denominator: denominator.exactlyDivided(by: signed))
    }

    /// 0
    public static let zero = Rational(0)
    /// 1
    public static let one = Rational(1)

    /// Whether the denominator is 1.
    public var isInteger: Bool { denominator.asInt == 1 }
    /// The value, when it is an integer.
    public var asInteger: Integer? { isInteger ? numerator : nil }
    /// -1, 0 or 1.
    public var sign: Int { numerator.sign }
    /// Whether the number is 0.
    public var isZero: Bool { numerator.isZero }
    /// Whether the number is less than 0.
    public var isNegative: Bool { numerator.isNegative }
    /// The absolute value.
    public var magnitude: Rational { isNegative ? -self : self }
    /// Bits of numerator and denominator together, to keep a chain of operations within a budget.
    public var bitSize: Int { numerator.bitWidth + denominator.bitWidth }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// The integer a literal stands for.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Rational: Comparable {
    /// Whether the first is the smaller one.
    public static func < (left: Rational, right: Rational) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        if left.sign != right.sign { return left.sign < right.sign }
        return left.withFlint { a in right.withFlint { b in fmpq_cmp(a, b) < 0 } }
    }
}

extension Rational: CustomStringConvertible {
    /// `1/3` or `-7`.
    public var description: String {
        isInteger ? numerator.description : "\(numerator)/\(denominator)"
    }
}

extension Rational {
    /// Lends the value to FLINT for reading: a view of both words, without a copy.
    func withFlint<Result>(_ body: (UnsafePointer<fmpq>) -> Result) -> Result {
        numerator.withFlint { numerator in
            denominator.withFlint { denominator in
                var view = fmpq(num: numerator.pointee, den: denominator.pointee)
                return body(&view)
            }
        }
    }

    /// The fraction that `fill` writes into a fresh FLINT rational, in lowest terms.
    static func made(_ fill: (UnsafeMutablePointer<fmpq>) -> Void) -> Rational {
        var value = fmpq()
        fmpq_init(&value)
        fill(&value)
        return Rational(
            canonicalNumerator: Integer(adopting: value.num), denominator: Integer(adopting: value.den))
    }
}
