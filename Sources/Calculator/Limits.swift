/// How large things may get. A call into FLINT can't be interrupted, so sizes are checked before it is made.
public enum Limits {
    /// Most digits of an argument, written out without an exponent, on either side of the point.
    public static let argumentDigits = 100_000
    /// Most digits of an exact result, of its numerator and of its denominator.
    public static let resultDigits = 1_000_000
    /// Most elements of a list.
    public static let listElements = 10_000
    /// The significant digits that may be asked for.
    public static let precision = 1...10_000
    /// The significant digits given when none are asked for.
    public static let defaultPrecision = 20

    /// `resultDigits` in bits, rounded up.
    static let resultBits = 3_321_929
    /// Most bits of all numbers of a list together.
    static let listBits = 2_500_000
    /// Most bits at which balls are evaluated before the digits are given up as not certifiable,
    /// besides those that the precision and the arguments themselves call for.
    static let spareBits = 4_096
}
