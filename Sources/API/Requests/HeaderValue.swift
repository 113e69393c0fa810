import Text

/// Reads what header fields hold. They are bytes, of which a client may have sent any.
enum HeaderValue {
    /// Most bytes of an item that means something to the service.
    private static let itemBytes = 100

    /// The items of a list such as `br;q=0.5, gzip`, in lower case, with their weights: 1 where none is given, 0 where it
    /// cannot be read.
    static func weighted(_ list: String) -> [(name: String, weight: Double)] {
        list.utf8.split(separator: UInt8(ascii: ",")).map { part in
            let items = part.split(separator: UInt8(ascii: ";")).map(item)
            let weight = items.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            return (items.first ?? "", weight ?? 1)
        }
    }

    /// Whether the value of `If-None-Match` names this tag (RFC 9110, section 13.1.2: the comparison is weak).
    static func names(_ tag: String, in list: String) -> Bool {
        list.utf8.split(separator: UInt8(ascii: ",")).contains { part in
            let item = trimmed(part)
            return [tag, "W/\(tag)", "*"].contains { item.elementsEqual($0.utf8) }
        }
    }

    /// One item, without the blanks around it and in lower case; empty when it is longer than any that is known, or no
    /// ASCII.
    static func item(of part: Substring.UTF8View) -> String {
        let item = trimmed(part)
        guard item.count <= itemBytes, item.allSatisfy({ $0 < 0x80 }) else { return "" }
        return String(decoding: item.map(\.lowercasedASCII), as: UTF8.self)
    }

    private static func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let start = part.firstIndex(where: { !isBlank($0) }), let end = part.lastIndex(where: { !isBlank($0) })
        else { return part.prefix(0) }
        return part[start...end]
    }
}
