import Glibc

/// The small words of HTTP's grammar, read from bytes.
extension UnsafeRawBufferPointer {
    /// Where a byte stands for the first time.
    func firstIndex(ofByte byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - start
    }

    /// Without the spaces and tabs around it.
    var trimmed: UnsafeRawBufferPointer {
        var (start, end) = (0, count)
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: self[start..<end])
    }

    /// The items of a list in a field, in lower case, without the blanks around them.
    var listItems: [String] {
        split(separator: UInt8(ascii: ",")).compactMap { item in
            let item = UnsafeRawBufferPointer(rebasing: item).trimmed
            return item.isEmpty ? nil : String(decoding: item.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
    }

    /// Whether it is a host with or without a port, or nothing (RFC 3986, section 3.2.2).
    var isHost: Bool {
        var rest = self[...]
        if first == UInt8(ascii: "[") {
            guard let end = firstIndex(of: UInt8(ascii: "]")), self[1..<end].allSatisfy(\.isOfAddress), end > 1 else {
                return false
            }
            rest = self[(end + 1)...]
        } else {
            rest = rest.drop(while: \.isOfHostName)
        }
        return rest.isEmpty || rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isDigit)
    }

    /// An address in ASCII, what people have typed beyond it quoted as it should have been (RFC 3986, section 2.5): it is
    /// compared with the paths of all endpoints, and two texts in ASCII are compared by their bytes.
    var address: String {
        if allSatisfy({ $0 < 0x80 }) { return String(decoding: self, as: UTF8.self) }
        let digits = Array("0123456789ABCDEF".utf8)
        let quoted = flatMap { byte in
            byte < 0x80 ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: quoted, as: UTF8.self)
    }
}

extension UInt8 {
    package var isDigit: Bool { self &- 48 < 10 }

    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }

    private var isLetter: Bool { (self | 0x20) &- 97 < 26 }

    /// Hexadecimal digits, colons, points, and what names a zone.
    fileprivate var isOfAddress: Bool { isOfHostName || self == UInt8(ascii: ":") }

    /// What RFC 3986 calls unreserved and sub-delims, and `%`.
    fileprivate var isOfHostName: Bool {
        if isLetter || isDigit { return true }
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: "="):
            return true
        default: return false
        }
    }
}
