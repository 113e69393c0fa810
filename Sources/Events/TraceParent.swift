/// Where a request stands in a trace that others follow: the header `traceparent` (W3C Trace Context).
public struct TraceParent: Sendable, Equatable {
    /// `00-TRACE-PARENT-FLAGS`, 55 bytes.
    public let text: String

    /// The header's value; nil when it is none. Of a later version that is kept which the first one knows.
    public init?(_ header: String) {
        let bytes = Array(header.utf8.prefix(Self.length + 1))
        let version = bytes.prefix(2)
        guard bytes.count >= Self.length, version.allSatisfy(Self.isDigit), !version.elementsEqual("ff".utf8) else {
            return nil
        }
        let isFirst = version.elementsEqual("00".utf8)
        guard bytes.count == Self.length || (!isFirst && bytes[Self.length] == Self.dash) else { return nil }
        guard Self.dashes.allSatisfy({ bytes[$0] == Self.dash }), Self.isSet(bytes[3..<35]), Self.isSet(bytes[36..<52]),
            bytes[53..<55].allSatisfy(Self.isDigit)
        else { return nil }
        text = "00" + String(decoding: bytes[2..<Self.length], as: UTF8.self)
    }

    /// The trace's own id: 32 hexadecimal digits.
    public var traceID: String { String(decoding: text.utf8.dropFirst(3).prefix(32), as: UTF8.self) }

    /// What a message of ``Event/message()`` has as its last member; nil when its request was in no trace.
    public init?(ofMessage message: [UInt8]) {
        let key = Array(#","traceparent":""#.utf8)
        let tail = message.suffix(key.count + Self.length + 2)
        guard tail.starts(with: key), tail.suffix(2).elementsEqual(#""}"#.utf8) else { return nil }
        self.init(String(decoding: tail.dropFirst(key.count).dropLast(2), as: UTF8.self))
    }

    private static let length = 55
    private static let dashes = [2, 35, 52]
    private static let dash = UInt8(ascii: "-")

    /// Only small letters: the specification refuses others.
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// An id of zeros alone stands for none.
    private static func isSet(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.allSatisfy(isDigit) && digits.contains { $0 != UInt8(ascii: "0") }
    }
}
