/// How tightly a part of an expression binds, from the loosest to the tightest: the one order that reading, printing and
/// LaTeX go by. It is mathjs's.
enum Precedence: Int, Comparable {
    /// `name = value`
    case statement
    /// `condition ? a : b`
    case conditional
    case or, xor, and, bitOr, bitXor, bitAnd, comparison, shift
    /// Of units.
    case conversion
    /// `start:step:end`
    case range
    case sum, product
    /// The product that is not written: `2 pi`, `(1 + 2)(3 + 4)`.
    case implicit
    /// `1/2` of two plain numbers before a name or a parenthesis.
    case fraction
    /// `8%`
    case percentage
    /// A sign before its operand.
    case prefix
    case power
    /// A sign after its operand.
    case postfix
    /// A number, a name, brackets of any kind, a call, an index.
    case access

    /// The next one: what the operands of operators of this one are at the loosest.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .access }

    static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}
