/// Signs of mathematical typography, and what they stand for wherever the language, a number or a unit is read.
enum Typography {
    static let minus: Unicode.Scalar = "−"

    static let synonyms: [Unicode.Scalar: String] = [
        "×": "*", "·": "*", "⋅": "*", "÷": "/", minus: "-", "≤": "<=", "≥": ">=", "≠": "!=",
    ]

    /// Whether it is a blank that keeps words together.
    static func isFixedBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0xA0 }

    /// The text as it would be typed.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let synonym = synonyms[scalar] {
                plain.append(contentsOf: synonym.unicodeScalars)
            } else {
                plain.append(isFixedBlank(scalar) ? " " : scalar)
            }
        }
        return String(plain)
    }
}
