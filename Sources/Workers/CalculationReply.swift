package import Calculator
import JSON

/// What a worker found for one call or one expression.
package enum CalculationReply: Sendable {
    /// The value of an operation.
    case value(ExpressionValue)
    /// The answer to an expression, and whether later ones may build on it.
    case answer(ExpressionAnswer, defines: Bool)
    /// A value as mathjs writes it.
    case text(String)
    /// Everything that is wrong.
    case failure(CalculationFailure)
}

extension CalculationReply {
    /// The frame for the service.
    var frame: [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.beginObject()
        switch self {
        case .value(let value):
            json.key("value")
            value.write(to: &json)
        case .answer(let answer, let defines):
            json.key("defines")
            json.bool(defines)
            json.key("source")
            json.string(answer.source)
            json.key("precision")
            json.number(answer.precision)
            json.key("value")
            answer.value.write(to: &json)
            json.key("latex")
            json.string(answer.sourceLaTeX)
            if let values = answer.values {
                json.key("values")
                json.beginArray()
                for value in values { value.write(to: &json) }
                json.endArray()
            }
        case .text(let text):
            json.key("text")
            json.string(text)
        case .failure(let failure):
            json.key("faults")
            json.beginArray()
            for fault in failure.faults { fault.write(to: &json) }
            json.endArray()
            json.key("untold")
            json.number(failure.untold)
        }
        json.endObject()
        return json.bytes
    }

    /// The reply of a frame; nil for what is no such frame.
    init?(_ frame: [UInt8]) {
        guard case .object(let object)? = try? JSONValue(parsing: frame, maximumDepth: 512) else { return nil }
        if let text = object["text"]?.asString {
            self = .text(text)
        } else if case .array(let values)? = object["faults"] {
            let faults = values.compactMap(Fault.init)
            guard let first = faults.first else { return nil }
            self = .failure(CalculationFailure(first, Array(faults.dropFirst()), untold: object["untold"]?.asInt ?? 0))
        } else {
            guard let value = object["value"].flatMap(ExpressionValue.init) else { return nil }
            guard let source = object["source"]?.asString else {
                self = .value(value)
                return
            }
            guard let precision = object["precision"]?.asInt, let latex = object["latex"]?.asString else { return nil }
            var values: [ExpressionValue]?
            if case .array(let elements)? = object["values"] { values = elements.compactMap(ExpressionValue.init) }
            self = .answer(
                ExpressionAnswer(
                    source: source, precision: precision, value: value, values: values, sourceLaTeX: latex),
                defines: object["defines"] == .bool(true))
        }
    }
}

extension ExpressionValue {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("result")
        result.write(to: &json)
        json.key("exact")
        json.optional(exact)
        json.key("decimal")
        json.string(decimal)
        json.key("type")
        json.string(type.rawValue)
        json.key("latex")
        json.optional(latex)
        json.endObject()
    }

    fileprivate init?(_ value: JSONValue) {
        guard case .object(let object) = value, let result = object["result"].flatMap(ResultValue.init),
            let decimal = object["decimal"]?.asString,
            let type = object["type"]?.asString.flatMap(ValueType.init)
        else { return nil }
        self.init(
            result: result, exact: object["exact"]?.asString, decimal: decimal, type: type,
            latex: object["latex"]?.asString)
    }
}

extension Fault {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code")
        json.string(code.rawValue)
        json.key("parameter")
        json.optional(parameter)
        json.key("message")
        json.string(message)
        json.key("input")
        json.optional(input)
        json.key("offset")
        json.optional(place?.offset)
        json.key("length")
        json.optional(place?.length)
        json.key("hint")
        json.optional(hint)
        json.endObject()
    }

    fileprivate init?(_ value: JSONValue) {
        guard case .object(let object) = value, let code = object["code"]?.asString.flatMap(FaultCode.init),
            let message = object["message"]?.asString
        else { return nil }
        var place: SourceRange?
        if let offset = object["offset"]?.asInt, let length = object["length"]?.asInt {
            place = SourceRange(offset: offset, length: length)
        }
        self.init(
            code, parameter: object["parameter"]?.asString, message, input: object["input"]?.asString, at: place,
            hint: object["hint"]?.asString)
    }
}
