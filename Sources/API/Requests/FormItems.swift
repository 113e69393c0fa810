import Text

/// The names and values of `application/x-www-form-urlencoded` text, in their order (WHATWG URL, section 5.1):
/// a query, or the body of a form.
struct FormItems: Sendable, Equatable {
    /// One name with its value.
    struct Item: Sendable, Equatable {
        let name: String
        let value: String
    }

    let items: [Item]

    init(_ text: some StringProtocol) {
        items = text.utf8.split(separator: UInt8(ascii: "&")).map { part in
            let separator = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = separator == part.endIndex ? part[separator...] : part[part.index(after: separator)...]
            return Item(name: Self.decode(part[..<separator]), value: Self.decode(value))
        }
    }

    /// The values of a name, in their order.
    func values(_ name: String) -> [String] {
        items.filter { $0.name.isExactly(name) }.map(\.value)
    }

    /// A segment of a path with `%XX` resolved; `nil` when it is no UTF-8.
    static func decodedPathSegment(_ text: String) -> String? {
        let decoded = decode(text.utf8, plusIsBlank: false)
        return decoded.unicodeScalars.contains("\u{FFFD}") ? nil : decoded
    }

    /// `%XX` and `+` resolved; a `%` that begins no such pair stands for itself; what is no UTF-8 becomes U+FFFD.
    private static func decode(_ text: some Collection<UInt8>, plusIsBlank: Bool = true) -> String {
        guard text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(decoding: text, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            if plusIsBlank, byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let pair = hexadecimalPair(rest) {
                bytes.append(pair)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimalPair(_ text: some Collection<UInt8>) -> UInt8? {
        let pair = text.prefix(2)
        guard pair.count == 2 else { return nil }
        var value: UInt8 = 0
        for byte in pair {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | (byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | (byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | (byte - 55)
            default: return nil
            }
        }
        return value
    }
}
