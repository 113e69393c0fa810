import JSON
import Logging

/// One log message and how it is written, either way as exactly one line: control characters are escaped.
struct LogLine {
    typealias Field = (key: String, value: Logger.MetadataValue)

    static let requestKey = "request_id"

    let timestamp: [UInt8]
    let level: Logger.Level
    let message: String
    let fields: [Field]

    /// `{"ts":"…","level":"info","msg":"…",…}`. A field named like one of these three gets an underscore in front.
    func json() -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        writer.key("ts")
        writer.string(String(decoding: timestamp, as: UTF8.self))
        writer.key("level")
        writer.string(level.rawValue)
        writer.key("msg")
        writer.string(message)
        for (key, value) in fields {
            switch key {
            case "ts", "level", "msg": writer.key("_\(key)")
            default: writer.key(key)
            }
            Self.write(value, to: &writer)
        }
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// `2026-01-02T03:04:05.678Z info     listening host=127.0.0.1 port=8000`: values with spaces in quotes.
    func text() -> [UInt8] {
        var line = timestamp
        line.append(UInt8(ascii: " "))
        line += level.rawValue.utf8
        line += repeatElement(UInt8(ascii: " "), count: 9 - level.rawValue.utf8.count)
        Self.append(message, to: &line)
        for (key, value) in fields {
            line.append(UInt8(ascii: " "))
            Self.append(key, to: &line)
            line.append(UInt8(ascii: "="))
            let text = "\(value)"
            if text.isEmpty || text.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") }) {
                var writer = JSONWriter(capacity: text.utf8.count + 8)
                writer.string(text)
                line += writer.bytes
            } else {
                Self.append(text, to: &line)
            }
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    private static func write(_ value: Logger.MetadataValue, to writer: inout JSONWriter) {
        switch value {
        case .string(let text):
            writer.string(text)
        case .stringConvertible(let number as Int):
            writer.number(number)
        case .stringConvertible(let flag as Bool):
            writer.bool(flag)
        case .stringConvertible(let other):
            writer.string(other.description)
        case .array(let elements):
            writer.beginArray()
            for element in elements { write(element, to: &writer) }
            writer.endArray()
        case .dictionary(let members):
            writer.beginObject()
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                writer.key(key)
                write(member, to: &writer)
            }
            writer.endObject()
        }
    }

    /// Appends a text with what would end or disturb the line written as `\u{1B}`.
    private static func append(_ text: String, to line: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .control {
                line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8
            } else {
                line += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
    }
}
