import Numbers

/// A real number as significant digits and an exponent, laid out as JavaScript and mathjs do.
struct MathJSDigits: Sendable {
    private let isNegative: Bool
    /// Without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The power of ten of the first digit.
    private let exponent: Int
    /// `Infinity` and its like, which have no digits.
    private let word: String?

    var isZero: Bool { digits.isEmpty && word == nil }

    /// The shortest digits that read back as the double.
    init(_ double: Double) {
        if double.isFinite {
            self.init(decimal: double.description)
        } else {
            self.init(word: double.isNaN ? "NaN" : double < 0 ? "-Infinity" : "Infinity")
        }
    }

    private init(isNegative: Bool = false, digits: [UInt8] = [], exponent: Int = 0, word: String? = nil) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
        self.word = word
    }

    /// Rounded to that many digits, ties away from zero, as mathjs rounds.
    init(_ number: Rational, digits count: Int) {
        let longer = MathJSDigits(decimal: number.decimalText(significantDigits: count + 1))
        // Cut off one digit: only where the longer text is the number itself can a five be a tie.
        let isTie =
            longer.digits.count == count + 1 && longer.digits.last == UInt8(ascii: "5") && longer.isExactly(number)
        guard isTie else {
            self.init(decimal: number.decimalText(significantDigits: count))
            return
        }
        self.init(roundingUp: longer)
    }

    /// The digits of a text such as `-12.5` or `1e+30`.
    init(decimal text: String) {
        var mantissa = text[...]
        var power = 0
        if let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<e]
            power = Int(text[text.index(after: e)...].drop { $0 == "+" }) ?? 0
        }
        let isNegative = mantissa.first == "-"
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = Array(parts[0].utf8)
        let all = whole + (parts.count > 1 ? Array(parts[1].utf8) : [])
        let zero = UInt8(ascii: "0")
        let first = all.firstIndex { $0 != zero } ?? all.count
        let last = all.lastIndex { $0 != zero } ?? -1
        guard first < all.count else {
            self.init()
            return
        }
        self.init(
            isNegative: isNegative, digits: Array(all[first...last]), exponent: whole.count - 1 - first + power)
    }

    /// The number without its last digit, a five, away from zero.
    private init(roundingUp longer: MathJSDigits) {
        var digits = Array(longer.digits.dropLast())
        var exponent = longer.exponent
        while digits.last == UInt8(ascii: "9") { digits.removeLast() }
        if let last = digits.popLast() {
            digits.append(last + 1)
        } else {
            digits = [UInt8(ascii: "1")]
            exponent += 1
        }
        self.init(isNegative: longer.isNegative, digits: digits, exponent: exponent)
    }

    private func isExactly(_ number: Rational) -> Bool {
        (try? Rational(parsing: scientific)) == number
    }

    /// Whether the number is less than 10^-digits times the other.
    func isNegligible(beside other: MathJSDigits, digits count: Int) -> Bool {
        guard word == nil, other.word == nil, !other.isZero else { return false }
        if isZero { return true }
        let difference = other.exponent - exponent
        if difference != count { return difference > count }
        return String(decoding: digits, as: UTF8.self) < String(decoding: other.digits, as: UTF8.self)
    }

    /// With a precision as mathjs's `format`: exponents from 1e+5 and up to 1e-4. Without one as JavaScript writes the
    /// number: from 1e+21 and up to 1e-7.
    func text(_ precision: Int?) -> String {
        if let word { return word }
        if isZero { return "0" }
        let plain = precision == nil ? -6...20 : -3...4
        return plain.contains(exponent) ? positional : scientific
    }

    private var sign: String { isNegative ? "-" : "" }

    private var scientific: String {
        let text = String(decoding: digits, as: UTF8.self)
        let fraction = text.dropFirst()
        return
            "\(sign)\(text.prefix(1))\(fraction.isEmpty ? "" : ".\(fraction)")e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
    }

    private var positional: String {
        let text = String(decoding: digits, as: UTF8.self)
        if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(text)" }
        if digits.count <= exponent + 1 {
            return sign + text + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return "\(sign)\(text.prefix(exponent + 1)).\(text.dropFirst(exponent + 1))"
    }
}
