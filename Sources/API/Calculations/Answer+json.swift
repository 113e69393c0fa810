import Calculator
import JSON

extension Answer {
    /// The contract's answer to an operation.
    func write(to json: inout JSONWriter, inputJSON: [UInt8]) {
        json.beginObject()
        json.key("operation")
        json.string(operation)
        json.key("input")
        json.raw(inputJSON)
        json.key("result")
        result.write(to: &json)
        json.key("exact")
        json.optional(exact)
        json.key("decimal")
        json.optional(decimal)
        json.key("precision")
        json.number(precision)
        json.key("type")
        json.string(type.rawValue)
        json.endObject()
    }

    /// The arguments by name.
    var inputJSON: [UInt8] {
        var json = JSONWriter(capacity: 64)
        json.beginObject()
        for (name, value) in input {
            json.key(name)
            value.write(to: &json)
        }
        json.endObject()
        return json.bytes
    }

    /// The result as an event and the history show it.
    var text: String { decimal ?? exact ?? "" }
}

extension ResultValue {
    func write(to json: inout JSONWriter) {
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
}

extension JSONWriter {
    /// A string, or `null`.
    mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
