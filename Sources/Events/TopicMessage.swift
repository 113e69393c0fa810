internal import JSON

/// A message on the topic, as far as the event store wants to know it: ours, the legacy service's, or any JSON object.
public struct TopicMessage: Sendable, Equatable {
    /// The event's identity, if it says one.
    public private(set) var id: String?
    /// The name of the user.
    public private(set) var user: String?
    /// The name of the event.
    public private(set) var event: String?
    /// The HTTP status.
    public private(set) var status: Int?
    /// Microseconds since 1970.
    public private(set) var time: Int64?

    /// An identity or a name that is longer than this many bytes is none.
    private static let nameLimit = 1024

    /// Reads a message. A member that is not of its type is as good as absent: the message is kept whole in any case.
    ///
    /// - Throws: why it is no event at all.
    public init(_ bytes: [UInt8]) throws(MessageFault) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .invalidUTF8 }
        self = try Self.scanning(bytes) { bytes, scan in
            var message = TopicMessage()
            for member in scan.members {
                let value = UnsafeBufferPointer(rebasing: bytes[member.value])
                switch bytes[member.name] {
                case let name where name.elementsEqual("\"id\"".utf8): message.id = Self.text(value)
                case let name where name.elementsEqual("\"user\"".utf8): message.user = Self.text(value)
                case let name where name.elementsEqual("\"event\"".utf8): message.event = Self.text(value)
                case let name where name.elementsEqual("\"status\"".utf8): message.status = Self.status(value)
                case let name where name.elementsEqual("\"time\"".utf8): message.time = Self.time(value)
                default: break
                }
            }
            return message
        }
    }

    private init() {}

    /// Appends the text of a message as standard JSON on one line: `NaN` and the like, which Python writes, stand in
    /// quotes, and blanks where lines end, which is only between the parts.
    ///
    /// - Returns: false, and nothing appended, when it is no JSON object at all.
    public static func appendStandardJSON(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        guard let literals = try? JSONObjectScan(bytes).literals else { return false }
        var copied = 0
        for literal in literals {
            text.append(contentsOf: bytes[copied..<literal.lowerBound])
            text.append(UInt8(ascii: "\""))
            text.append(contentsOf: bytes[literal])
            text.append(UInt8(ascii: "\""))
            copied = literal.upperBound
        }
        let rest = bytes[copied...]
        let hasLines = bytes.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        text.append(contentsOf: rest)
        if hasLines {
            let start = text.count - bytes.count - 2 * literals.count
            for index in start..<text.count where text[index] == 10 || text[index] == 13 { text[index] = 32 }
        }
        return true
    }

    private static func scanning<T>(
        _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>, JSONObjectScan) -> T
    ) throws(MessageFault) -> T {
        try bytes.withUnsafeBufferPointer { bytes throws(MessageFault) in
            body(bytes, try JSONObjectScan(bytes))
        }
    }

    private static func text(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.first == UInt8(ascii: "\""), (3...nameLimit).contains(value.count) else { return nil }
        let content = value.dropFirst().dropLast()
        if !content.contains(UInt8(ascii: "\\")) { return String(decoding: content, as: UTF8.self) }
        guard case .string(let text)? = try? JSONValue(parsing: Array(value)) else { return nil }
        return text
    }

    private static func status(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        value.count <= 10 ? Int(String(decoding: value, as: UTF8.self)) : nil
    }

    static func time(_ value: UnsafeBufferPointer<UInt8>) -> Int64? {
        // Up to the year 33000; a time beyond is no time.
        guard value.count <= 40, let seconds = Double(String(decoding: value, as: UTF8.self)),
            abs(seconds) < 1e12
        else { return nil }
        return Int64((seconds * 1_000_000).rounded())
    }
}

/// Why a message is no event.
public enum MessageFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// It has no bytes.
    case empty
    /// It is no text.
    case invalidUTF8
    /// It is no JSON, from this byte on.
    case invalidJSON(at: Int)
    /// It is JSON, but a number, a list, a text.
    case noObject
    /// Arrays and objects stand deeper in one another than this.
    case tooDeep(Int)

    /// One line for the table of dead letters.
    public var description: String {
        switch self {
        case .empty: "empty"
        case .invalidUTF8: "not UTF-8 text"
        case .invalidJSON(let offset): "not JSON (byte \(offset))"
        case .noObject: "not a JSON object"
        case .tooDeep(let limit): "nested deeper than \(limit)"
        }
    }
}
