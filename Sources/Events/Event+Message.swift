internal import JSON

extension Event {
    /// The longest input or result, in bytes, that a message carries whole.
    public static let fragmentLimit = 4096

    /// The event as the topic and the event store hold it: one JSON object, the legacy keys first.
    ///
    /// An input or a result over ``fragmentLimit`` becomes a JSON string of its first bytes, cut between characters,
    /// and the object ends with `"truncated":true`.
    public func message() -> [UInt8] {
        var writer = JSONWriter(
            capacity: 320 + min(input.count, Self.fragmentLimit) + min(result?.count ?? 0, Self.fragmentLimit))
        writer.beginObject()
        writer.key("event")
        writer.string(name)
        writer.key("input")
        writer.fragment(input)
        writer.key("result")
        if let result {
            writer.fragment(result)
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
        if input.count > Self.fragmentLimit || (result?.count ?? 0) > Self.fragmentLimit {
            writer.key("truncated")
            writer.bool(true)
        }
        writer.endObject()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func fragment(_ text: [UInt8]) {
        guard text.count > Event.fragmentLimit else {
            raw(text)
            return
        }
        var end = Event.fragmentLimit
        // A byte 10xxxxxx continues a character: the cut moves to where that character begins.
        while end > 0, text[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
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
