package import Calculator
package import JSON

extension RawArgument {
    /// The argument that a client gave as JSON.
    package init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .boolean(value)
        case .number(let text), .string(let text): self = .text(text)
        case .array(let values): self = .list(values.map(RawArgument.init))
        case .object: self = .object
        }
    }

    /// Writes it as JSON.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.string(text)
        case .boolean(let value): json.bool(value)
        case .null: json.null()
        case .object: json.raw("{}")
        case .list(let values):
            json.beginArray()
            for value in values { value.write(to: &json) }
            json.endArray()
        }
    }

    /// The argument as JSON.
    package var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .boolean(let value): .bool(value)
        case .null: .null
        case .object: .object(JSONObject([]))
        case .list(let values): .array(values.map(\.json))
        }
    }
}
