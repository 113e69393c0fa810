internal import Text

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: no comments, no `NaN`, no name twice, no lone surrogate, nothing
    /// behind.
    ///
    /// - Parameters:
    ///   - maximumDepth: how deep arrays and objects may stand in one another; at most 512, because each level takes room
    ///     on the stack.
    ///   - maximumMembers: how many members an object may have. Each costs as much as fifty numbers of a list.
    public init(
        parsing bytes: [UInt8], maximumDepth: Int = 64, maximumMembers: Int = .max
    ) throws(JSONSyntaxError) {
        var parser = JSONParser(
            bytes: bytes, maximumDepth: min(maximumDepth, 512), maximumMembers: maximumMembers)
        self = try parser.document()
    }
}

/// A recursive descent over the bytes.
struct JSONParser {
    let bytes: [UInt8]
    let maximumDepth: Int
    let maximumMembers: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int, maximumMembers: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.maximumMembers = maximumMembers
    }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        guard position < bytes.count else {
            throw JSONSyntaxError(.unexpectedEnd, at: position, "The text is empty where a JSON value should stand")
        }
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
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "-") where !stands("-Infinity"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n") where !stands("nan"): return try word("null", .null)
        default: throw noValue()
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
        guard stands(text) else { throw unexpected("\(text)") }
        position += text.utf8CodeUnitCount
        return value
    }

    /// Whether this text is the next.
    func stands(_ text: StaticString) -> Bool {
        let end = position + text.utf8CodeUnitCount
        return text.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
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
        var names = Set<ExactText>()
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
            let start = position
            guard members.count < maximumMembers else {
                throw JSONSyntaxError(
                    .tooManyMembers, at: start, "An object has more than \(maximumMembers) members")
            }
            let name = try string()
            guard names.insert(ExactText(name)).inserted else { throw duplicate(name, at: start) }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
            position += 1
            skipSpace()
            members.append((name, try value(depth: depth)))
            skipSpace()
            if try ends(with: UInt8(ascii: "}"), orElse: "a comma or }") { return JSONObject(members) }
        }
    }

    private mutating func ends(with bracket: UInt8, orElse expected: String) throws(JSONSyntaxError) -> Bool {
        guard let byte = current, byte == bracket || byte == UInt8(ascii: ",") else { throw unexpected(expected) }
        position += 1
        return byte == bracket
    }
}
