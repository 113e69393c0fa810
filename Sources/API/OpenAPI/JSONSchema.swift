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
    /// Members by name; with `isOpen` others may occur too.
    case object([Member], isOpen: Bool = false)
    case anyOf([JSONSchema])
    /// A schema of `components/schemas` by its name.
    case reference(String)
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
    var orNull: JSONSchema { .anyOf([self, .null]) }
}

extension JSONSchema {
    /// The schema as it stands in the document.
    var json: JSONValue {
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
                ("type", .string("array")), ("items", element.json),
                ("minItems", (count?.lowerBound).map(JSONValue.integer)),
                ("maxItems", (count?.upperBound).map(JSONValue.integer)))
        case .object(let members, let isOpen): return Self.object(members, isOpen)
        case .anyOf(let schemas): return .members(("anyOf", .array(schemas.map(\.json))))
        case .reference(let name): return .members(("$ref", .string("#/components/schemas/\(name)")))
        case .any: return .object(JSONObject([]))
        case .described(let schema, let text):
            guard case .object(let object) = schema.json else { return schema.json }
            return .object(JSONObject(object.members + [("description", .string(text))]))
        }
    }

    private static func object(_ members: [Member], _ isOpen: Bool) -> JSONValue {
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        return .members(
            ("type", .string("object")),
            ("properties", .object(JSONObject(members.map { ($0.name, $0.schema.json) }))),
            ("required", required.isEmpty ? nil : .array(required)),
            ("additionalProperties", isOpen ? nil : .bool(false)))
    }
}

extension JSONValue {
    /// An object of those members that are given.
    static func members(_ members: (String, JSONValue?)...) -> JSONValue {
        .object(JSONObject(members.compactMap { name, value in value.map { (name, $0) } }))
    }

    static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}
