extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: no comments, no `NaN`, no name twice, no lone surrogate, nothing behind.
    ///
    /// - Parameter maximumDepth: how deep arrays and objects may stand in one another; at most 512, because each level
    ///   takes room on the stack.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: bytes, maximumDepth: min(maximumDepth, 512))
        self = try parser.document()
    }
}

/// A recursive descent over the bytes.
struct JSONParser {
    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw unexpected("the end of the text") }
        return value
    }

    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard let byte = current else { throw unexpected("a value") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: try deeper(depth)))
        case UInt8(ascii: "["): return .array(try array(depth: try deeper(depth)))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected("a value: text, a number, true, false, null, [ or {")
        }
    }

    private func deeper(_ depth: Int) throws(JSONSyntaxError) -> Int {
        guard depth < maximumDepth else {
            throw JSONSyntaxError(
                .tooDeep, at: position, "Arrays and objects stand more than \(maximumDepth) deep in one another")
        }
        return depth + 1
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let end = position + text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
        guard matches else { throw unexpected("\(text)") }
        position = end
        return value
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        position += 1
        skipSpace()
        var values: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            position += 1
            return values
        }
        while true {
            skipSpace()
            values.append(try value(depth: depth))
            skipSpace()
            if try ends(with: UInt8(ascii: "]"), orElse: "a comma or ]") { return values }
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONObject {
        position += 1
        skipSpace()
        var members: [(key: String, value: JSONValue)] = []
        if current == UInt8(ascii: "}") {
            position += 1
            return JSONObject(members)
        }
        var keys = Set<String>()
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
            let start = position
            let key = try string()
            guard keys.insert(key).inserted else {
                throw JSONSyntaxError(.duplicateKey, at: start, "The name \"\(key.prefix(100))\" stands here twice")
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
            position += 1
            skipSpace()
            members.append((key, try value(depth: depth)))
            skipSpace()
            if try ends(with: UInt8(ascii: "}"), orElse: "a comma or }") { return JSONObject(members) }
        }
    }

    private mutating func ends(with bracket: UInt8, orElse expected: String) throws(JSONSyntaxError) -> Bool {
        guard let byte = current, byte == bracket || byte == UInt8(ascii: ",") else { throw unexpected(expected) }
        position += 1
        return byte == bracket
    }

    func unexpected(_ expected: String) -> JSONSyntaxError {
        guard let byte = current else {
            return JSONSyntaxError(.unexpectedEnd, at: position, "The JSON text ends where \(expected) should stand")
        }
        let shown = (0x21..<0x7F).contains(byte) ? "\(Character(Unicode.Scalar(byte)))" : "byte \(byte)"
        return JSONSyntaxError(
            .unexpectedCharacter, at: position,
            "Not valid JSON: \(shown) at byte \(position), where \(expected) should stand")
    }
}
