internal import Text

/// A JSON text as a value (RFC 8259). Numbers keep the digits they were written with.
public enum JSONValue: Sendable, Equatable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// The literal as written, a valid JSON number: no digit passes through a binary float.
    case number(String)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Values by name.
    case object(JSONObject)
}

/// The members of an object in the order in which they were written; no name occurs twice.
public struct JSONObject: Sendable, Equatable {
    /// The members in their order.
    public let members: [(key: String, value: JSONValue)]

    /// An object with these members, whose names differ.
    public init(_ members: [(key: String, value: JSONValue)]) {
        self.members = members
    }

    /// The value of a name; `nil` when there is none.
    public subscript(key: String) -> JSONValue? {
        members.first { $0.key.isExactly(key) }?.value
    }

    /// Whether both have the same members in the same order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.elementsEqual(right.members) { left, right in
            left.key.isExactly(right.key) && left.value == right.value
        }
    }
}

extension JSONValue {
    /// Writes the value as compact text.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): json.bool(value)
        case .number(let literal): json.number(literal: literal)
        case .string(let text): json.string(text)
        case .array(let values):
            json.beginArray()
            for value in values { value.write(to: &json) }
            json.endArray()
        case .object(let object):
            json.beginObject()
            for (key, value) in object.members {
                json.key(key)
                value.write(to: &json)
            }
            json.endObject()
        }
    }

    /// The value as compact text.
    public var text: String {
        var json = JSONWriter()
        write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
