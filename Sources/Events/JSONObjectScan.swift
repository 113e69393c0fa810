/// One pass over the text of a JSON object that finds its members and what is not standard, and builds nothing.
///
/// Lenient where Python's `json` is: `NaN`, `Infinity` and `-Infinity` are numbers, and halves of surrogate pairs may
/// stand alone in escapes. Names may occur twice, as RFC 8259 allows.
struct JSONObjectScan {
    /// How deep arrays and objects may stand in one another: each level takes room on the stack.
    private static let depthLimit = 500

    struct Member {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// The members of the object, not of those in it.
    private(set) var members: [Member] = []
    /// Where `NaN` and the like stand.
    private(set) var literals: [Range<Int>] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// - Throws: why the text is no object.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(MessageFault) {
        self.bytes = bytes
        members.reserveCapacity(12)
        skipSpace()
        guard let first = current else { throw .empty }
        guard first == UInt8(ascii: "{") else {
            try skipValue(0)
            try end()
            throw .noObject
        }
        try object(0) { $0.members.append(Member(name: $1, value: $2)) }
        try end()
    }

    private mutating func end() throws(MessageFault) {
        skipSpace()
        if position != bytes.count { throw invalid }
    }

    private var invalid: MessageFault { .invalidJSON(at: position) }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipValue(_ depth: Int) throws(MessageFault) {
        guard depth < Self.depthLimit else { throw .tooDeep(Self.depthLimit) }
        switch current {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object(depth) { _, _, _ in }
        case UInt8(ascii: "["): try array(depth)
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "N"): try literal("NaN")
        case UInt8(ascii: "I"): try literal("Infinity")
        case UInt8(ascii: "-") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "I"):
            try literal("-Infinity")
        default: try number()
        }
    }

    private mutating func object(
        _ depth: Int, _ member: (inout Self, Range<Int>, Range<Int>) -> Void
    ) throws(MessageFault) {
        position += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        while true {
            skipSpace()
            let name = position
            guard current == UInt8(ascii: "\"") else { throw invalid }
            try string()
            let nameEnd = position
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw invalid }
            skipSpace()
            let value = position
            try skipValue(depth + 1)
            member(&self, name..<nameEnd, value..<position)
            skipSpace()
            if take(UInt8(ascii: "}")) { return }
            guard take(UInt8(ascii: ",")) else { throw invalid }
        }
    }

    private mutating func array(_ depth: Int) throws(MessageFault) {
        position += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        while true {
            skipSpace()
            try skipValue(depth + 1)
            skipSpace()
            if take(UInt8(ascii: "]")) { return }
            guard take(UInt8(ascii: ",")) else { throw invalid }
        }
    }

    private mutating func string() throws(MessageFault) {
        position += 1
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20:
                position -= 1
                throw invalid
            default: continue
            }
        }
        throw invalid
    }

    private mutating func escape() throws(MessageFault) {
        switch current {
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard let byte = current, Character(Unicode.Scalar(byte)).isHexDigit else { throw invalid }
                position += 1
            }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        default: throw invalid
        }
    }

    private mutating func word(_ text: StaticString) throws(MessageFault) {
        let count = text.utf8CodeUnitCount
        let stands =
            position + count <= bytes.count
            && text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
        guard stands else { throw invalid }
        position += count
    }

    private mutating func literal(_ text: StaticString) throws(MessageFault) {
        let start = position
        try word(text)
        literals.append(start..<position)
    }

    private mutating func number() throws(MessageFault) {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if current.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private mutating func digits() throws(MessageFault) {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        if position == start { throw invalid }
    }
}
