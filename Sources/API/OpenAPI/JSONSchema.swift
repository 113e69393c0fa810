import JSON

/// The shape of a JSON value (JSON Schema 2020-12, as OpenAPI 3.1 uses it), as far as the service needs it.
indirect enum JSONSchema: Sendable {
    case string(format: String? = nil, minimumLength: Int? = nil, maximumLength: Int? = nil)
    case integer(minimum: Int64? = nil, maximum: Int64? = nil)
    case number
    case boolean
    case null
    /// Text that is one of these.
    case choice([String])
    case array(JSONSchema, count: ClosedRange<Int>? = nil)
    /// Members by name; with `isOpen` any others too.
    case object([Member], isOpen: Bool = false)
    /// One of several that exclude one another. Clients that are made from the document can tell them apart by their
    /// JSON type, or by the members that each requires.
    case oneOf([JSONSchema])
    /// The schema, or `null`.
    case nullable(JSONSchema)
    /// A schema of `components/schemas` by its name.
    case reference(String)
    /// A schema that becomes one of `components/schemas` by being used: clients call its class so.
    case named(String, JSONSchema)
    /// Anything.
    case any
    case described(JSONSchema, String)

    /// One member of an object.
    struct Member: Sendable {
        let name: String
        let schema: JSONSchema
        let isRequired: Bool

        static func required(_ name: String, _ schema: JSONSchema) -> Member {
            Member(name: name, schema: schema, isRequired: true)
        }

        static func optional(_ name: String, _ schema: JSONSchema) -> Member {
            Member(name: name, schema: schema, isRequired: false)
        }
    }

    /// The schema, or `null`.
    var orNull: JSONSchema { .nullable(self) }

    /// Which way a value goes. The service refuses members that it does not know; a client is to pass over those that a
    /// later version of the service adds to its answers.
    enum Direction {
        case request, answer
    }
}

extension JSONSchema {
    /// The schema as it stands in the document.
    func json(in direction: Direction) -> JSONValue {
        switch self {
        case .string(let format, let minimum, let maximum):
            return .members(
                ("type", .string("string")), ("format", format.map(JSONValue.string)),
                ("minLength", minimum.map(JSONValue.integer)), ("maxLength", maximum.map(JSONValue.integer)))
        case .integer(let minimum, let maximum):
            return .members(
                ("type", .string("integer")), ("minimum", minimum.map(JSONValue.integer)),
                ("maximum", maximum.map(JSONValue.integer)))
        case .number: return .members(("type", .string("number")))
        case .boolean: return .members(("type", .string("boolean")))
        case .null: return .members(("type", .string("null")))
        case .choice(let words):
            return .members(("type", .string("string")), ("enum", .array(words.map(JSONValue.string))))
        case .array(let element, let count):
            return .members(
                ("type", .string("array")), ("items", element.json(in: direction)),
                ("minItems", (count?.lowerBound).map(JSONValue.integer)),
                ("maxItems", (count?.upperBound).map(JSONValue.integer)))
        case .object(let members, let isOpen): return Self.object(members, isOpen, direction)
        case .oneOf(let schemas): return .members(("oneOf", .array(schemas.map { $0.json(in: direction) })))
        case .nullable(let schema):
            return .members(("anyOf", .array([schema.json(in: direction), JSONSchema.null.json(in: direction)])))
        case .reference(let name), .named(let name, _):
            return .members(("$ref", .string("#/components/schemas/\(name)")))
        case .any: return .object(JSONObject([]))
        case .described(let schema, let text):
            guard case .object(let object) = schema.json(in: direction) else { return schema.json(in: direction) }
            return .object(JSONObject(object.members + [("description", .string(text))]))
        }
    }

    /// The schemas that stand in this one with a name of their own, by that name.
    func definitions(in direction: Direction) -> [(key: String, value: JSONValue)] {
        switch self {
        case .named(let name, let schema):
            [(name, schema.json(in: direction))] + schema.definitions(in: direction)
        case .oneOf(let schemas): schemas.flatMap { $0.definitions(in: direction) }
        case .array(let schema, _), .nullable(let schema), .described(let schema, _):
            schema.definitions(in: direction)
        case .object(let members, _): members.flatMap { $0.schema.definitions(in: direction) }
        default: []
        }
    }

    private static func object(_ members: [Member], _ isOpen: Bool, _ direction: Direction) -> JSONValue {
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        return .members(
            ("type", .string("object")),
            ("properties", .object(JSONObject(members.map { ($0.name, $0.schema.json(in: direction)) }))),
            ("required", required.isEmpty ? nil : .array(required)),
            ("additionalProperties", isOpen ? .bool(true) : direction == .request ? .bool(false) : nil))
    }
}

extension JSONValue {
    /// An object of those members that are given.
    static func members(_ members: (String, JSONValue?)...) -> JSONValue {
        .object(JSONObject(members.compactMap { name, value in value.map { (name, $0) } }))
    }

    static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}
