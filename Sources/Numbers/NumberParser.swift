/// Reads the text of one number:
///
///     number   = [sign] (fraction | decimal)
///     fraction = digits "/" digits
///     decimal  = (digits ["." [digits]] | "." digits) [("e" | "E") [sign] digits]
///     sign     = "+" | "-" | "−"
///
/// Every limit is checked before anything of the number's size is built.
struct NumberParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func number() throws(NumberSyntaxError) -> Rational {
        if bytes.isEmpty { throw .empty }
        let isNegative = readSign()
        let whole = readDigits()
        if !whole.isEmpty, read(UInt8(ascii: "/")) { return try fraction(whole, isNegative: isNegative) }
        var fractional = position..<position
        if read(UInt8(ascii: ".")) { fractional = readDigits() }
        if whole.isEmpty, fractional.isEmpty { throw fault() }
        let exponent = try readExponent()
        if position < bytes.count { throw fault() }
        if whole.count + fractional.count > NumberLimits.maximumTextDigits { throw .tooManyDigits }
        let magnitude = Self.scaled(integer(whole, fractional), by: exponent - fractional.count)
        return isNegative ? -magnitude : magnitude
    }

    private mutating func fraction(_ above: Range<Int>, isNegative: Bool) throws(NumberSyntaxError) -> Rational {
        let below = readDigits()
        if below.isEmpty || position < bytes.count { throw fault() }
        if above.count + below.count > NumberLimits.maximumTextDigits { throw .tooManyDigits }
        let numerator = integer(above, 0..<0)
        do throws(NumberError) {
            return try Rational(numerator: isNegative ? -numerator : numerator, denominator: integer(below, 0..<0))
        } catch {
            throw .zeroDenominator
        }
    }

    private mutating func readExponent() throws(NumberSyntaxError) -> Int {
        guard read(UInt8(ascii: "e")) || read(UInt8(ascii: "E")) else { return 0 }
        let isNegative = readSign()
        let digits = readDigits()
        if digits.isEmpty { throw fault() }
        var exponent = 0
        for digit in bytes[digits] {
            exponent = exponent * 10 + Int(digit &- 48)
            if exponent > NumberLimits.maximumTextExponent {
                if position < bytes.count { throw fault() }
                throw .exponentTooLarge
            }
        }
        return isNegative ? -exponent : exponent
    }

    private mutating func readSign() -> Bool {
        if read(UInt8(ascii: "-")) || readTypographicMinus() { return true }
        _ = read(UInt8(ascii: "+"))
        return false
    }

    /// U+2212, which typesetting programs write for a minus.
    private mutating func readTypographicMinus() -> Bool {
        guard bytes.count - position >= 3, bytes[position..<position + 3].elementsEqual([0xE2, 0x88, 0x92]) else {
            return false
        }
        position += 3
        return true
    }

    private mutating func read(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func readDigits() -> Range<Int> {
        let start = position
        while position < bytes.count, bytes[position] &- 48 < 10 { position += 1 }
        return start..<position
    }

    /// The digits of both ranges as one integer.
    private func integer(_ first: Range<Int>, _ second: Range<Int>) -> Integer {
        if first.count + second.count <= 18 {
            var value = 0
            for position in first { value = value &* 10 &+ Int(bytes[position] &- 48) }
            for position in second { value = value &* 10 &+ Int(bytes[position] &- 48) }
            return Integer(value)
        }
        return Integer(decimalDigits: [UInt8](bytes[first]) + bytes[second])
    }

    private static func scaled(_ integer: Integer, by exponent: Int) -> Rational {
        if exponent == 0 { return Rational(integer) }
        if integer.isZero { return 0 }
        let power = exponent.magnitude <= 18 ? Integer(smallPowersOfTen[Int(exponent.magnitude)]) : nil
        if exponent > 0 { return Rational(integer * (power ?? .powerOfTen(exponent))) }
        if let value = integer.asInt, let power = power?.asInt { return .reduced(value, power) }
        return Rational(integer, over: power ?? .powerOfTen(-exponent))
    }

    private static let smallPowersOfTen = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    /// What is wrong at the place where reading stopped.
    private func fault() -> NumberSyntaxError {
        if namesInfinityOrNaN { return .notFinite }
        if position == bytes.count { return .missingDigits }
        switch bytes[position] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            return .whitespace(at: position)
        case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            if position > 0, bytes[position - 1] == UInt8(ascii: "0") { return .otherBase }
            return .unexpectedCharacter(at: position)
        default:
            return .unexpectedCharacter(at: position)
        }
    }

    private var namesInfinityOrNaN: Bool {
        guard bytes.count <= 16 else { return false }
        let letters = bytes.map { $0 | 0x20 }.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") | 0x20 }
        return ["nan", "inf", "infinity"].contains { letters.elementsEqual($0.utf8) }
    }
}

extension Rational {
    /// The number that a text names: `12`, `-0.5`, `.5`, `5.`, `1e-3`, `1e−3`, `1/3`. Every digit counts; nothing passes
    /// through a binary fraction. A text beyond `NumberLimits` is refused at once, however large the number it names.
    public init(parsing text: String) throws(NumberSyntaxError) {
        var text = text
        self = try text.withUTF8 { bytes -> Result<Rational, NumberSyntaxError> in
            var parser = NumberParser(bytes)
            return Result { () throws(NumberSyntaxError) in try parser.number() }
        }.get()
    }
}
