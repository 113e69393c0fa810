import Numbers

/// The JSON number nearest a value.
enum JSONNumber {
    /// Integers up to 2^53 as they are, anything else as the nearest double; the decimal text where none is finite.
    static func result(_ number: Rational, _ decimal: String) -> ResultValue {
        if number.isInteger, let integer = number.numerator.asInt, integer.magnitude <= 1 << 53 {
            return .number(String(integer))
        }
        guard let double = number.nearestDouble else { return .string(decimal) }
        return .number(text(double))
    }

    /// The same for a ball; nil while it does not tell which double is the nearest.
    static func result(_ ball: RealBall, _ decimal: String) -> ResultValue? {
        switch ball.nearestDouble {
        case .undetermined: nil
        case .overflow: .string(decimal)
        case .value(let double): .number(text(double))
        }
    }

    /// The shortest text that reads back as the same double: `0.1`, `5`, `1e+30`, `1e-7`.
    static func text(_ double: Double) -> String {
        if let integer = Int(exactly: double), integer.magnitude <= 1 << 53 { return String(integer) }
        let text = double.description
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        guard let exponent = text.firstIndex(of: "e") else { return text }
        let digits = text[text.index(exponent, offsetBy: 2)...]
        return String(text[...text.index(after: exponent)]) + (digits.first == "0" ? digits.dropFirst() : digits)
    }
}
