internal import JSON

/// The members of a message as their text stands in it, for those who write it in another form.
public struct MessageMembers {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let members: [JSONObjectScan.Member]

    /// Reads a message as standard JSON (``TopicMessage/appendStandardJSON(_:to:)``).
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - body: is given the members, which are good as long as it runs.
    /// - Returns: nil when it is no JSON object at all.
    public static func reading<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (MessageMembers) -> Result
    ) -> Result? {
        guard let scan = try? JSONObjectScan(bytes) else { return nil }
        if scan.literals.isEmpty { return body(MessageMembers(bytes: bytes, members: scan.members)) }
        var standard: [UInt8] = []
        guard TopicMessage.appendStandardJSON(bytes, to: &standard) else { return nil }
        return standard.withUnsafeBufferPointer { reading($0, body) } ?? nil
    }

    /// The JSON text of a member's value; nil where there is none, or `null`. A name that occurs twice has the value that
    /// was written last, as with most readers of JSON.
    public subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        for member in members.reversed() {
            // Without its quotation marks. No name that is asked for needs escapes.
            guard member.name.count == name.utf8CodeUnitCount + 2,
                name.withUTF8Buffer({ bytes[(member.name.lowerBound + 1)...].starts(with: $0) })
            else { continue }
            let value = UnsafeBufferPointer(rebasing: bytes[member.value])
            return value.elementsEqual("null".utf8) ? nil : value
        }
        return nil
    }

    /// The moment of the message, in microseconds since 1970, where it says one.
    public var time: Int64? { self["time"].flatMap(TopicMessage.time) }

    /// Gives what a value says: a string without marks and escapes, anything else as its JSON text.
    public static func withText(_ value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard value.first == UInt8(ascii: "\"") else { return body(value) }
        let content = UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
        // A half of a surrogate pair, which Python writes, is in no text: then the value as it stands says the most.
        guard content.contains(UInt8(ascii: "\\")), case .string(var text)? = try? JSONValue(parsing: Array(value))
        else { return body(content) }
        text.withUTF8(body)
    }
}
