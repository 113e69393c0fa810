import Calculator
import HTTPTypes
import JSON
import Workers

extension EndpointDescription {
    private static let tag = "math"
    private static let precision = Parameter(
        name: "precision", place: .query, schema: .integer(minimum: 1, maximum: 10_000),
        text: "Significant digits of `decimal`; 20 when left out")

    static let listOperations = EndpointDescription(
        .get, "/math/operations", name: "listOperations", tag: tag, summary: "The catalogue of operations",
        text:
            "Packed with brotli or gzip for clients that take it; with `If-None-Match` sent only when it has changed.",
        answers: [
            .init(
                status: 200, text: "Every operation with its parameters and examples",
                content: [("application/json", .reference("Catalogue"))], headers: ["ETag"]),
            .init(status: 304, text: "It is the one whose `ETag` the client knows", headers: ["ETag"]),
        ])

    /// `GET /math/{operation}`
    static func get(_ operation: MathOperation) -> EndpointDescription {
        let parameters = operation.parameters.map { parameter in
            Parameter(
                name: parameter.name, place: .query, schema: parameter.querySchema,
                isRequired: parameter.isRequired, text: parameter.summary,
                example: operation.examples.first?.arguments.first { $0.name == parameter.name }.map { $0.value.json },
                isList: parameter.type.isList)
        }
        return EndpointDescription(
            .get, "/math/\(operation.name)", name: "\(operation.clientName)ByQuery", tag: tag,
            summary: operation.summary,
            parameters: parameters + [precision], answers: answers)
    }

    /// `POST /math/{operation}`
    static func post(_ operation: MathOperation) -> EndpointDescription {
        EndpointDescription(
            .post, "/math/\(operation.name)", name: operation.clientName, tag: tag, summary: operation.summary,
            bodies: [body(operation, named: operation.clientName)],
            answers: answers)
    }

    /// A path of the legacy service; the operation has its names for the parameters.
    static func legacy(_ operation: MathOperation) -> EndpointDescription {
        EndpointDescription(
            .post, "/\(operation.name)", name: "legacy_\(operation.name)", tag: "legacy",
            summary: "\(operation.summary) (the path of the legacy service)",
            bodies: [body(operation, named: "legacy\(operation.name.capitalizedFirst)")], answers: answers)
    }

    private static let answers: [Answer] = [.json("The answer", .reference("Answer")), .invalid]

    /// - Parameter name: what clients call the operation.
    private static func body(_ operation: MathOperation, named name: String) -> Body {
        let members = operation.parameters.map { parameter in
            JSONSchema.Member(
                name: parameter.name, schema: .described(parameter.bodySchema, parameter.summary),
                isRequired: parameter.isRequired)
        }
        let precision = JSONSchema.Member.optional("precision", .integer(minimum: 1, maximum: 10_000))
        let example = operation.examples.first?.arguments ?? []
        return Body(
            contentType: "application/json",
            schema: .named("\(name.capitalizedFirst)Arguments", .object(members + [precision])),
            example: example.isEmpty ? nil : .object(JSONObject(example.map { ($0.name, $0.value.json) })),
            isRequired: operation.parameters.contains { $0.isRequired || $0.name == "values" })
    }
}

extension Calculator.Parameter {
    /// Numbers go in as text: it keeps every digit.
    fileprivate var querySchema: JSONSchema {
        switch type {
        case .choice(let words): .choice(words)
        case .number, .real, .integer, .matrix, .squareMatrix, .expression, .variable, .text, .any:
            .string(minimumLength: 1)
        case .numbers, .integers, .list: .array(.string(minimumLength: 1), count: count)
        }
    }

    fileprivate var bodySchema: JSONSchema {
        switch type {
        case .choice(let words): .choice(words)
        case .number, .real, .integer:
            .named("NumberArgument", .oneOf([.number, .string(minimumLength: 1)]))
        case .expression, .variable, .text: .named("TextArgument", .oneOf([.string(), .number]))
        // A text, a number, or lists of these in one another.
        case .numbers, .integers, .list, .matrix, .squareMatrix, .any: .any
        }
    }
}

extension ParameterType {
    /// Whether a query gives it by repeating its name.
    fileprivate var isList: Bool {
        switch self {
        case .numbers, .integers, .list: true
        default: false
        }
    }
}

extension MathOperation {
    /// What clients that are made from the document call it: names that differ by case alone would be one file or one
    /// class there.
    fileprivate var clientName: String {
        let lowercase = name.lowercased()
        return name != lowercase && Catalogue.operation(named: lowercase) != nil ? "upper\(name)" : name
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
