internal import CFlint

/// A polynomial in one variable whose coefficients are fractions, exact (FLINT's `fmpq_poly`).
public struct RationalPolynomial: Sendable {
    let owner: FlintRationalPolynomial

    /// The polynomial with these coefficients, the constant one first.
    public init(_ coefficients: [Rational]) {
        self = RationalPolynomial.made { result in
            for (index, coefficient) in coefficients.enumerated() {
                coefficient.withFlint { fmpq_poly_set_coeff_fmpq(result, index, $0) }
            }
        }
    }

    /// The coefficients, the constant one first and the last one not 0; none for the polynomial 0.
    public var coefficients: [Rational] {
        withFlint { polynomial in
            (0..<polynomial.pointee.length).map { index in
                Rational.made { fmpq_poly_get_coeff_fmpq($0, polynomial, index) }
            }
        }
    }

    /// The largest exponent; -1 for the polynomial 0.
    public var degree: Int { owner.value.length - 1 }
    /// Whether it is 0.
    public var isZero: Bool { degree < 0 }
    /// The coefficient of the largest power; 0 for the polynomial 0.
    public var leadingCoefficient: Rational {
        if isZero { return 0 }
        return withFlint { polynomial in Rational.made { fmpq_poly_get_coeff_fmpq($0, polynomial, degree) } }
    }

    /// Bits of all coefficients over their common denominator, to keep work within a budget.
    public var bitSize: Int {
        withFlint { polynomial in
            let denominator = Integer.made { fmpq_poly_get_denominator($0, polynomial) }
            return (0..<polynomial.pointee.length).reduce(denominator.bitWidth) {
                $0 + Int(fmpz_bits(polynomial.pointee.coeffs + $1))
            }
        }
    }
}

extension RationalPolynomial: Equatable {
    /// Whether both have the same coefficients.
    public static func == (left: RationalPolynomial, right: RationalPolynomial) -> Bool {
        left.withFlint { a in right.withFlint { b in fmpq_poly_equal(a, b) != 0 } }
    }
}

/// The owner of one FLINT polynomial.
///
/// Unchecked because of the pointers inside: the polynomial is never written after `init`, and nothing in it belongs to
/// a thread.
final class FlintRationalPolynomial: @unchecked Sendable {
    let value: fmpq_poly_struct

    init(adopting value: fmpq_poly_struct) {
        self.value = value
    }

    deinit {
        var value = value
        fmpq_poly_clear(&value)
    }
}

extension RationalPolynomial {
    typealias Pointer = UnsafeMutablePointer<fmpq_poly_struct>
    typealias Lent = UnsafePointer<fmpq_poly_struct>

    /// Lends the polynomial to FLINT for reading.
    func withFlint<Result>(_ body: (Lent) -> Result) -> Result {
        withExtendedLifetime(owner) { withUnsafePointer(to: owner.value, body) }
    }

    /// The polynomial that `fill` writes into a fresh one.
    static func made(_ fill: (Pointer) -> Void) -> RationalPolynomial {
        var value = fmpq_poly_struct()
        fmpq_poly_init(&value)
        fill(&value)
        return RationalPolynomial(owner: FlintRationalPolynomial(adopting: value))
    }

    private init(owner: FlintRationalPolynomial) {
        self.owner = owner
    }
}
