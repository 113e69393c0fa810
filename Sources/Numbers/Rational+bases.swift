internal import CFlint

extension Rational {
    /// The number in another base, digits `0` to `9` and `a` to `z`: `ff`, `-101.01`. Refused when it has no end there.
    public func text(inBase base: Int) throws(NumberError) -> String {
        precondition(Rational.bases.contains(base), "bases are from 2 to 36")
        let sign = isNegative ? "-" : ""
        if isInteger { return sign + numerator.magnitude.digits(inBase: base) }
        let places = try placesInBase(base)
        let scaled = try numerator.magnitude * Integer(base).power(UInt(places))
        let digits = scaled.exactlyDivided(by: denominator).digits(inBase: base)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -places)
        return "\(sign)\(padded[..<point]).\(padded[point...])"
    }

    /// Reads a number written in another base, with letters large or small, an optional sign and an optional point; nil
    /// for anything else, and for more than `NumberLimits.maximumTextDigits` digits.
    public init?(_ text: String, base: Int) {
        precondition(Rational.bases.contains(base), "bases are from 2 to 36")
        let scalars = text.unicodeScalars
        let isNegative = scalars.first == "-" || scalars.first == "−"
        let body = isNegative || scalars.first == "+" ? scalars.dropFirst() : scalars[...]
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
            body.count <= NumberLimits.maximumTextDigits,
            let digits = Integer(digits: parts.map { String($0) }.joined(), base: base),
            let scale = try? Integer(base).power(UInt(parts.count == 2 ? parts[1].count : 0))
        else { return nil }
        self.init(isNegative ? -digits : digits, over: scale)
    }

    /// The bases that have digits.
    public static let bases = 2...36

    /// How many digits stand behind the point: the least power of the base that the denominator divides.
    private func placesInBase(_ base: Int) throws(NumberError) -> Int {
        var places = 0
        var rest = denominator
        while rest != 1 {
            let shared = Integer.greatestCommonDivisor(rest, Integer(base))
            if shared == 1 {
                throw .domain("The number has no end in base \(base); use one whose denominator divides a power of it")
            }
            rest = rest.exactlyDivided(by: shared)
            places += 1
            if places > NumberLimits.maximumTextDigits {
                throw .tooLarge(
                    "The number has more than \(NumberLimits.maximumTextDigits) digits in base \(base); use another one"
                )
            }
        }
        return places
    }
}

extension Integer {
    fileprivate func digits(inBase base: Int) -> String {
        withFlint { word in
            guard let text = fmpz_get_str(nil, Int32(base), word) else { return "" }
            defer { flint_free(text) }
            return String(cString: text)
        }
    }

    /// Digits of that base and nothing else, at least one.
    fileprivate init?(digits: String, base: Int) {
        guard !digits.isEmpty,
            digits.utf8.allSatisfy({ byte in Self.digitValue(byte).map { $0 < base } ?? false })
        else { return nil }
        self = Integer.made { result in _ = digits.lowercased().withCString { fmpz_set_str(result, $0, Int32(base)) } }
    }

    private static func digitValue(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
