/// Complex numbers as mathjs writes them: `2 + 3i`, `1 - 2i`, `3i`, `i`, `-i`.
enum ComplexText {
    /// Joins the texts of both parts; a real part that is exactly zero is left out.
    static func join(_ real: String, _ imaginary: String) -> String {
        // Of a sum, the sign of the first term is not the sign of the whole.
        let isNegative = imaginary.utf8.first == UInt8(ascii: "-") && !isSum(imaginary)
        let term = imaginaryTerm(isNegative ? String(imaginary.dropFirst()) : imaginary)
        if real == "0" { return isNegative ? "-" + term : term }
        return real + (isNegative ? " - " : " + ") + term
    }

    /// `3i`, `i`; a fraction or a closed form takes a sign of multiplication, so that it can be read in one way only.
    private static func imaginaryTerm(_ magnitude: String) -> String {
        if magnitude == "1" { return "i" }
        if isSum(magnitude) { return "(\(magnitude))*i" }
        let isPlain = magnitude.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".e+-".utf8.contains(byte)
        }
        let endsInDigit = magnitude.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        return isPlain && endsInDigit ? magnitude + "i" : magnitude + "*i"
    }

    /// Whether a closed form has several terms, outside of all parentheses.
    private static func isSum(_ text: String) -> Bool {
        var depth = 0
        for (byte, next) in zip(text.utf8, text.utf8.dropFirst()) {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: " ") where depth == 0 && (next == UInt8(ascii: "+") || next == UInt8(ascii: "-")):
                return true
            default: break
            }
        }
        return false
    }
}
