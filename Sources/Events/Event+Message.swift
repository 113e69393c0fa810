internal import JSON

extension Event {
    /// The most bytes of all texts of a message together: names, input, result, the request's id.
    public static let textLimit = 4096

    /// The event as the topic and the event store hold it: one JSON object, the legacy keys first.
    ///
    /// An input and a result that together are too long become JSON strings of their first bytes, cut between
    /// characters, and the object ends with `"truncated":true`.
    public func message() -> [UInt8] {
        let names = [name, user, code ?? "", requestID].reduce(0) { sum, text in
            text.utf8.reduce(sum) { $0 + JSONWriter.escapedCount(of: $1) }
        }
        let room = max(0, Self.textLimit - names)
        let size = (input: input.count, result: result?.count ?? 0)
        let isCut = size.input + size.result > room
        // Either may have what the other leaves, and half of the room in any case.
        let share = (input: max(room / 2, room - size.result), result: max(room / 2, room - size.input))
        var writer = JSONWriter(capacity: 256 + names + min(room, size.input + size.result))
        writer.beginObject()
        writer.key("event")
        writer.string(name)
        writer.key("input")
        writer.fragment(input, limit: share.input)
        writer.key("result")
        if let result {
            writer.fragment(result, limit: share.result)
        } else {
            writer.null()
        }
        writer.key("user")
        writer.string(user)
        writer.key("cached")
        writer.bool(cached)
        writer.key("time")
        writer.seconds(fromMicroseconds: time)
        writer.key("id")
        writer.string(id.description)
        writer.key("status")
        writer.number(status)
        writer.key("code")
        if let code {
            writer.string(code)
        } else {
            writer.null()
        }
        writer.key("duration_us")
        writer.number(durationMicroseconds)
        writer.key("request_id")
        writer.string(requestID)
        if let count {
            writer.key("count")
            writer.number(count)
        }
        if isCut || hasCutName {
            writer.key("truncated")
            writer.bool(true)
        }
        // Last, where ``TraceParent/init(ofMessage:)`` looks for it.
        if let traceParent {
            writer.key("traceparent")
            writer.string(traceParent.text)
        }
        writer.endObject()
        return writer.bytes
    }
}

extension JSONWriter {
    /// JSON text whole, or where it is over the limit a string of as much of its beginning as the limit has room for.
    fileprivate mutating func fragment(_ text: [UInt8], limit: Int) {
        guard text.count > limit else {
            raw(text)
            return
        }
        var end = 0
        var written = 2
        for (place, byte) in text.enumerated() {
            // A byte 10xxxxxx continues a character, and the cut is between two.
            if byte & 0b1100_0000 != 0b1000_0000 { end = place }
            written += Self.escapedCount(of: byte)
            if written > limit { break }
        }
        string(String(decoding: text[..<end], as: UTF8.self))
    }

    /// Writes seconds with all six decimals; a binary float would lose some of them one day.
    fileprivate mutating func seconds(fromMicroseconds time: Int64) {
        let (seconds, microseconds) = max(time, 0).quotientAndRemainder(dividingBy: 1_000_000)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { text in
            var start = text.count
            func prepend(_ byte: UInt8) {
                start -= 1
                text[start] = byte
            }
            var fraction = microseconds
            for _ in 0..<6 {
                prepend(UInt8(ascii: "0") + UInt8(fraction % 10))
                fraction /= 10
            }
            prepend(UInt8(ascii: "."))
            var whole = seconds
            repeat {
                prepend(UInt8(ascii: "0") + UInt8(whole % 10))
                whole /= 10
            } while whole > 0
            raw(text[start...])
        }
    }
}
