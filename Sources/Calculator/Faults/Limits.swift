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

    /// Most bytes of an expression's source.
    public static let sourceBytes = 65_536
    /// How deep an expression may be nested.
    public static let nesting = 200
    /// Most expressions of one request.
    public static let expressions = 1_000

    /// Most bytes of an argument that is an expression in place of a number.
    static let formulaBytes = 4_096
    /// Bits that a program may lose by cancellation beyond those of its numbers.
    static let programBits = 8_192
    /// Most units that the expressions of a request make.
    static let ownUnits = 100
    /// How deep functions may call functions.
    static let callDepth = 500
    /// Most elements of a list within an expression.
    static let expressionElements = 100_000
    /// `resultDigits` in bits, rounded up.
    static let resultBits = 3_321_929
    /// Most bits of a numerator or denominator on the way to a result.
    static let intermediateBits = 2 * resultBits
    /// Most bits of a fraction that is worth an exact closed form: of longer ones only the size counts.
    static let closedFormBits = 512
    /// Most bits of all numbers of a list together.
    static let listBits = 2_500_000
    /// Most bits at which balls are evaluated before the digits are given up as not certifiable,
    /// besides those that the precision and the arguments themselves call for.
    static let spareBits = 4_096
}
