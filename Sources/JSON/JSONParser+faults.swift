internal import Text

extension JSONParser {
    /// Something else stands here, or nothing.
    func unexpected(_ expected: String) -> JSONSyntaxError {
        guard let byte = current else {
            return JSONSyntaxError(.unexpectedEnd, at: position, "The JSON text ends where \(expected) should stand")
        }
        let shown = (0x21..<0x7F).contains(byte) ? "\(Character(Unicode.Scalar(byte)))" : "byte \(byte)"
        return JSONSyntaxError(
            .unexpectedCharacter, at: position,
            "Not valid JSON: \(shown) at byte \(position), where \(expected) should stand")
    }

    /// No value begins here. Says what to write instead where it is plain what was meant.
    func noValue() -> JSONSyntaxError {
        for (text, advice) in Self.advice where stands(text) {
            return JSONSyntaxError(.unexpectedCharacter, at: position, advice)
        }
        return unexpected("a value: text, a number, true, false, null, [ or {")
    }

    private static let advice: [(StaticString, String)] = [
        ("NaN", noNumber), ("nan", noNumber), ("Infinity", noNumber), ("-Infinity", noNumber),
        ("+", "A JSON number does not begin with +"),
        (".", "A JSON number has a digit before the point, as in 0.5"),
        ("'", "Text in JSON stands in double quotes"),
        ("/", "JSON has no comments"),
        ("True", "In JSON it is written true"),
        ("False", "In JSON it is written false"),
        ("None", "In JSON it is written null"),
        ("\u{FEFF}", "The text begins with a byte order mark: send it without one"),
    ]

    private static let noNumber = "JSON has no NaN and no Infinity"

    func duplicate(_ name: String, at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(.duplicateKey, at: offset, "The name \"\(name.shown)\" stands here twice")
    }

    /// - Parameter start: where the bytes begin that are not all UTF-8.
    func invalidUTF8(from start: Int) -> JSONSyntaxError {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes[start...].makeIterator()
        var offset = start
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
        return JSONSyntaxError(.invalidUTF8, at: offset, "The text is not valid UTF-8 at byte \(offset)")
    }
}
