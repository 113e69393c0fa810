package import Calculator
package import JSON

extension ResultValue {
    /// Writes it as JSON.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .number(let text): json.number(literal: text)
        case .string(let text): json.string(text)
        case .boolean(let value): json.bool(value)
        case .null: json.null()
        case .array(let values):
            json.beginArray()
            for value in values { value.write(to: &json) }
            json.endArray()
        }
    }

    /// The value of what ``write(to:)`` has written.
    init?(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .boolean(flag)
        case .number(let literal): self = .number(literal)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.compactMap(ResultValue.init))
        case .object: return nil
        }
    }
}
