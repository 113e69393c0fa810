import Calculator
import JSON
import Workers

/// The catalogue of operations as `GET /math/operations` gives it, made once.
enum CatalogueDocument {
    static let content = PackedContent(packing: bytes)

    private static let bytes: [UInt8] = {
        var json = JSONWriter(capacity: 64 * 1024)
        json.beginObject()
        json.key("operations")
        json.beginArray()
        for operation in Catalogue.operations { write(operation, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }()

    private static func write(_ operation: MathOperation, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(operation.name)
        json.key("category")
        json.string(operation.category.rawValue)
        json.key("summary")
        json.string(operation.summary)
        json.key("parameters")
        json.beginArray()
        for parameter in operation.parameters { write(parameter, to: &json) }
        json.endArray()
        json.key("examples")
        json.beginArray()
        for example in operation.examples {
            json.beginObject()
            json.key("expression")
            json.string(example.expression)
            json.key("arguments")
            json.beginObject()
            for (name, value) in example.arguments {
                json.key(name)
                value.write(to: &json)
            }
            json.endObject()
            json.key("result")
            json.string(example.result)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ parameter: Parameter, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(parameter.name)
        json.key("type")
        json.string(parameter.type.name)
        json.key("text")
        json.string(parameter.summary)
        json.key("required")
        json.bool(parameter.isRequired)
        json.key("default")
        json.optional(parameter.defaultValue)
        json.key("minimum")
        json.optional(parameter.minimum)
        json.key("maximum")
        json.optional(parameter.maximum)
        json.key("maximum_digits")
        json.optional(parameter.maximumDigits > 0 ? parameter.maximumDigits : nil)
        json.key("minimum_count")
        json.optional(parameter.count?.lowerBound)
        json.key("maximum_count")
        json.optional(parameter.count?.upperBound)
        if case .choice(let words) = parameter.type {
            json.key("choices")
            json.beginArray()
            for word in words { json.string(word) }
            json.endArray()
        }
        json.endObject()
    }
}

extension ParameterType {
    /// Every name that the catalogue may have.
    static let names = [
        ParameterType.number, .real, .integer, .choice([]), .numbers, .integers, .list, .matrix, .squareMatrix,
        .expression, .variable, .text, .any,
    ].map(\.name)

    /// The name in the catalogue.
    var name: String {
        switch self {
        case .number: "number"
        case .integer: "integer"
        case .choice: "choice"
        case .numbers: "numbers"
        case .integers: "integers"
        case .real: "real"
        case .list: "list"
        case .matrix: "matrix"
        case .squareMatrix: "squareMatrix"
        case .expression: "expression"
        case .variable: "variable"
        case .text: "text"
        case .any: "any"
        }
    }
}
