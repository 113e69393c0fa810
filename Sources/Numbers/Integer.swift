internal import CFlint

/// An integer of any size. What fits in an `Int` is kept without an allocation; anything larger is FLINT's.
public struct Integer: Sendable {
    enum Representation: Sendable {
        case small(Int)
        /// Never a value that fits in an `Int`, so that each integer has one representation.
        case big(FlintInteger)
    }

    let representation: Representation

    /// The integer with this value.
    @inline(__always)
    public init(_ value: Int) {
        representation = .small(value)
    }

    init(_ representation: Representation) {
        self.representation = representation
    }

    /// 0
    public static let zero = Integer(0)
    /// 1
    public static let one = Integer(1)

    /// The value, when it fits.
    @inline(__always)
    public var asInt: Int? {
        if case .small(let value) = representation { value } else { nil }
    }

    /// -1, 0 or 1.
    public var sign: Int {
        switch representation {
        case .small(let value): value.signum()
        case .big: withFlint { Int(fmpz_sgn($0)) }
        }
    }

    /// Whether the integer is 0.
    public var isZero: Bool { asInt == 0 }
    /// Whether the integer is less than 0.
    public var isNegative: Bool { sign < 0 }

    /// Whether 2 divides the integer.
    public var isEven: Bool {
        switch representation {
        case .small(let value): value & 1 == 0
        case .big: withFlint { fmpz_is_even($0) != 0 }
        }
    }

    /// Bits of the absolute value: 0 for 0, 1 for ±1, 8 for 255.
    public var bitWidth: Int {
        switch representation {
        case .small(let value): UInt.bitWidth - value.magnitude.leadingZeroBitCount
        case .big: withFlint { Int(fmpz_bits($0)) }
        }
    }
}

extension Integer: ExpressibleByIntegerLiteral {
    /// The integer a literal stands for.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Integer: Hashable {
    /// Whether both are the same number.
    public static func == (left: Integer, right: Integer) -> Bool {
        switch (left.representation, right.representation) {
        case (.small(let a), .small(let b)): a == b
        case (.big, .big): left.withFlint { a in right.withFlint { b in fmpz_equal(a, b) != 0 } }
        default: false
        }
    }

    /// Feeds the value to a hasher.
    public func hash(into hasher: inout Hasher) {
        switch representation {
        case .small(let value): hasher.combine(value)
        case .big:
            // The residue modulo a prime near 2^64 tells large integers apart without reading out their limbs.
            hasher.combine(withFlint { fmpz_fdiv_ui($0, 18_446_744_073_709_551_557) })
        }
    }
}

extension Integer: Comparable {
    /// Whether the first is the smaller one.
    public static func < (left: Integer, right: Integer) -> Bool {
        if case .small(let a) = left.representation, case .small(let b) = right.representation { return a < b }
        return left.withFlint { a in right.withFlint { b in fmpz_cmp(a, b) < 0 } }
    }
}
