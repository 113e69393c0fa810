internal import CFlint

/// A real number known to lie in a ball: a midpoint and a proven bound on how far off it is (Arb).
///
/// Each function takes the working precision in bits and returns a ball that contains every value the function takes on
/// its arguments' balls. Where it has no finite value the ball is not finite, see `isFinite`. Huge arguments cost no
/// more than their bits; where periodic functions would need more, the ball is simply wide.
public struct RealBall: Sendable {
    let owner: FlintReal

    /// The ball around a fraction: exact when it fits in the bits.
    public init(_ value: Rational, bits: Int) {
        self =
            value.isInteger
            ? RealBall.made { result in
                value.numerator.withFlint { arb_set_round_fmpz(result, $0, RealBall.precision(bits)) }
            }
            : RealBall.made { result in value.withFlint { arb_set_fmpq(result, $0, RealBall.precision(bits)) } }
    }

    /// The integer, exactly.
    public init(_ value: Integer) {
        self = RealBall.made { result in value.withFlint { arb_set_fmpz(result, $0) } }
    }

    /// The ball around a fraction and everything that is at most `radius` away from it.
    public init(_ center: Rational, radius: Rational, bits: Int) {
        let bits = RealBall.precision(bits)
        self = RealBall.made { result in
            center.withFlint { arb_set_fmpq(result, $0, bits) }
            let error = RealBall.made { error in radius.withFlint { arb_set_fmpq(error, $0, bits) } }
            error.withFlint { arb_add_error(result, $0) }
        }
    }

    /// 3.14159…
    public static func pi(bits: Int) -> RealBall { made { arb_const_pi($0, precision(bits)) } }
    /// 2.71828…
    public static func e(bits: Int) -> RealBall { made { arb_const_e($0, precision(bits)) } }

    /// Whether the ball is bounded: the value is a number, and something is known about it.
    public var isFinite: Bool { withFlint { arb_is_finite($0) != 0 } }
    /// Whether the radius is 0.
    public var isExact: Bool { withFlint { arb_is_exact($0) != 0 } }
    /// Bits that say something about the number: the midpoint's, as far as they are right.
    var significantBits: Int { min(max(accuracyBits, 0), withFlint { arb_bits($0) }) }
    /// How many leading bits are right; negative when not even the size is known.
    public var accuracyBits: Int { withFlint { arb_rel_accuracy_bits($0) } }
}

/// The owner of one Arb number.
///
/// Unchecked because of the pointers inside: the number is never written after `init`, and nothing in it belongs to a
/// thread.
final class FlintReal: @unchecked Sendable {
    let value: arb_struct

    init(adopting value: arb_struct) {
        self.value = value
    }

    deinit {
        var value = value
        arb_clear(&value)
    }
}

extension RealBall {
    /// Lends the value to Arb for reading.
    func withFlint<Result>(_ body: (UnsafePointer<arb_struct>) -> Result) -> Result {
        withExtendedLifetime(owner) { withUnsafePointer(to: owner.value, body) }
    }

    /// The ball that `fill` writes into a fresh Arb number.
    static func made(_ fill: (UnsafeMutablePointer<arb_struct>) -> Void) -> RealBall {
        var value = arb_struct()
        arb_init(&value)
        fill(&value)
        return RealBall(owner: FlintReal(adopting: value))
    }

    init(owner: FlintReal) {
        self.owner = owner
    }

    /// Arb needs two bits at least.
    static func precision(_ bits: Int) -> Int { max(bits, 2) }

    typealias Unary = (UnsafeMutablePointer<arb_struct>, UnsafePointer<arb_struct>, Int) -> Void
    typealias Binary = (
        UnsafeMutablePointer<arb_struct>, UnsafePointer<arb_struct>, UnsafePointer<arb_struct>, Int
    ) -> Void

    func apply(_ bits: Int, _ function: Unary) -> RealBall {
        RealBall.made { result in withFlint { function(result, $0, RealBall.precision(bits)) } }
    }

    func apply(_ other: RealBall, _ bits: Int, _ function: Binary) -> RealBall {
        RealBall.made { result in
            withFlint { a in other.withFlint { b in function(result, a, b, RealBall.precision(bits)) } }
        }
    }
}
