import Calculator
import JSON
import Workers

extension Answer {
    /// The contract's answer to an operation.
    func write(to json: inout JSONWriter, inputJSON: [UInt8]) {
        json.beginObject()
        json.key("operation")
        json.string(operation)
        json.key("input")
        json.raw(inputJSON)
        value.writeNumbers(to: &json)
        json.key("precision")
        json.number(precision)
        value.writeKind(to: &json)
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
    var text: String { value.decimal }
}

extension ExpressionAnswer {
    /// About how many bytes it has.
    var approximateBytes: Int {
        (values ?? []).reduce(value.approximateBytes + source.utf8.count + sourceLaTeX.utf8.count) {
            $0 + $1.approximateBytes
        }
    }

    /// The contract's answer to an expression.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("operation")
        json.string("evaluate")
        json.key("input")
        json.beginObject()
        json.key("expr")
        json.string(source)
        json.endObject()
        value.writeNumbers(to: &json)
        json.key("precision")
        json.number(precision)
        value.writeKind(to: &json)
        json.key("input_latex")
        json.string(sourceLaTeX)
        if let values {
            json.key("values")
            json.beginArray()
            for value in values {
                json.beginObject()
                value.writeNumbers(to: &json)
                value.writeKind(to: &json)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
    }
}

extension ExpressionValue {
    /// About how many bytes it has in an answer: the numbers of a list are about as long as its text.
    var approximateBytes: Int {
        128 + 2 * decimal.utf8.count + (exact?.utf8.count ?? 0) + (latex?.utf8.count ?? 0)
    }

    fileprivate func writeNumbers(to json: inout JSONWriter) {
        json.key("result")
        result.write(to: &json)
        json.key("exact")
        json.optional(exact)
        json.key("decimal")
        json.string(decimal)
    }

    fileprivate func writeKind(to json: inout JSONWriter) {
        json.key("type")
        json.string(type.rawValue)
        if let latex {
            json.key("latex")
            json.string(latex)
        }
    }
}
