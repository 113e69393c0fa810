internal import CFlint

/// A complex number known to lie in a rectangle of two balls (Arb's `acb`).
///
/// Functions take their principal values, with the DLMF's branch cuts. On a cut, where the DLMF leaves both sides open,
/// the value follows from the formulas with the principal logarithm (DLMF 4.23.19-4.23.26, 4.37.16-4.37.24), as in
/// mpmath: `log(-1)` is πi, `asin(2)` has a negative imaginary part. An imaginary part of exactly 0 stays exactly 0
/// where the function maps that real number to a real one.
public struct ComplexBall: Sendable {
    /// The real part.
    public let real: RealBall
    /// The imaginary part.
    public let imaginary: RealBall

    /// The number with these parts.
    public init(_ real: RealBall, _ imaginary: RealBall) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The real number as a complex one.
    public init(_ real: RealBall) {
        self.init(real, RealBall(Integer.zero))
    }

    /// The number with these parts.
    public init(_ real: Rational, _ imaginary: Rational, bits: Int) {
        self.init(RealBall(real, bits: bits), RealBall(imaginary, bits: bits))
    }

    /// Whether both parts are bounded.
    public var isFinite: Bool { real.isFinite && imaginary.isFinite }
    /// Whether the imaginary part is exactly 0.
    public var isReal: Bool { imaginary.isZero }
}

extension ComplexBall {
    typealias Unary = (UnsafeMutablePointer<acb_struct>, UnsafePointer<acb_struct>, Int) -> Void
    typealias Binary = (
        UnsafeMutablePointer<acb_struct>, UnsafePointer<acb_struct>, UnsafePointer<acb_struct>, Int
    ) -> Void

    /// Lends the value to Arb for reading: a view of both parts, without a copy of their digits.
    func withFlint<Result>(_ body: (UnsafePointer<acb_struct>) -> Result) -> Result {
        real.withFlint { real in
            imaginary.withFlint { imaginary in
                var view = acb_struct(real: real.pointee, imag: imaginary.pointee)
                return body(&view)
            }
        }
    }

    /// The number that `fill` writes into a fresh Arb number.
    static func made(_ fill: (UnsafeMutablePointer<acb_struct>) -> Void) -> ComplexBall {
        var value = acb_struct()
        acb_init(&value)
        fill(&value)
        return ComplexBall(
            RealBall(owner: FlintReal(adopting: value.real)), RealBall(owner: FlintReal(adopting: value.imag)))
    }

    /// The function of a complex number; on the real axis the real one, wherever that has a value.
    func apply(_ bits: Int, real function: (RealBall) -> RealBall, _ complex: Unary) -> ComplexBall {
        if isReal {
            let value = function(real)
            if value.isFinite { return ComplexBall(value) }
        }
        return apply(bits, complex)
    }

    func apply(_ bits: Int, _ function: Unary) -> ComplexBall {
        ComplexBall.made { result in withFlint { function(result, $0, RealBall.precision(bits)) } }
    }

    func apply(_ other: ComplexBall, _ bits: Int, _ function: Binary) -> ComplexBall {
        ComplexBall.made { result in
            withFlint { a in other.withFlint { b in function(result, a, b, RealBall.precision(bits)) } }
        }
    }
}
