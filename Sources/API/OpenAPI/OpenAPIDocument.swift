import HTTPTypes
import JSON

/// The service's description of itself (OpenAPI 3.1), made from the table of endpoints.
struct OpenAPIDocument {
    let version: String
    let endpoints: [EndpointDescription]

    /// The document as JSON text.
    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 256 * 1024)
        value.write(to: &json)
        return json.bytes
    }

    private var value: JSONValue {
        .members(
            ("openapi", .string("3.1.0")),
            (
                "info",
                .members(
                    ("title", .string("Math Microservice")), ("version", .string(version)),
                    ("summary", .string("Exact and certified mathematics with a durable record of every action")))
            ),
            ("paths", paths),
            (
                "components",
                .members(("schemas", ComponentSchemas.json), ("securitySchemes", Self.securitySchemes))
            ))
    }

    private var paths: JSONValue {
        var order: [String] = []
        var grouped: [String: [(key: String, value: JSONValue)]] = [:]
        for endpoint in endpoints {
            if grouped[endpoint.path] == nil { order.append(endpoint.path) }
            grouped[endpoint.path, default: []].append(
                (endpoint.method.rawValue.lowercased(), operation(endpoint)))
        }
        return .object(JSONObject(order.map { ($0, .object(JSONObject(grouped[$0] ?? []))) }))
    }

    private func operation(_ endpoint: EndpointDescription) -> JSONValue {
        .members(
            ("operationId", .string(endpoint.name)), ("tags", .array([.string(endpoint.tag)])),
            ("summary", .string(endpoint.summary)), ("description", endpoint.text.map(JSONValue.string)),
            ("security", endpoint.security == .none ? nil : Self.security),
            (
                "parameters",
                endpoint.parameters.isEmpty ? nil : .array(endpoint.parameters.map(\.documentJSON))
            ),
            ("requestBody", endpoint.bodies.isEmpty ? nil : Self.requestBody(endpoint.bodies)),
            ("responses", Self.responses(endpoint)))
    }

    private static func requestBody(_ bodies: [EndpointDescription.Body]) -> JSONValue {
        let content = bodies.map { body in
            (body.contentType, JSONValue.members(("schema", body.schema.json), ("example", body.example)))
        }
        return .members(
            ("required", .bool(bodies.contains(where: \.isRequired))), ("content", .object(JSONObject(content))))
    }

    /// The endpoint's own answers with those that its kind implies.
    private static func responses(_ endpoint: EndpointDescription) -> JSONValue {
        var answers = endpoint.answers
        if endpoint.security != .none {
            answers += [
                .error(401, "No bearer token, or one that is not valid any more", headers: ["WWW-Authenticate"]),
                .error(429, "Too many requests", headers: ["Retry-After"]),
            ]
        }
        if endpoint.security == .admin { answers.append(.error(403, "This needs the role admin")) }
        if !endpoint.bodies.isEmpty {
            answers += [.error(413, "The body is too large"), .error(415, "The body has another content type")]
        }
        if endpoint.parameters.contains(where: { $0.place != .header }) {
            answers += [.error(414, "The address is too long"), .error(431, "The head of the request is too large")]
        }
        answers += [
            .error(400, "This is no valid HTTP request"),
            .error(503, "Too busy, or the journal cannot be written: nothing was done", headers: ["Retry-After"]),
        ]
        if endpoint.security != .none || !endpoint.bodies.isEmpty {
            answers.append(.error(507, "The service's disk is full: nothing was done", headers: ["Retry-After"]))
        }
        var seen: Set<Int> = []
        let unique = answers.filter { seen.insert($0.status).inserted }.sorted { $0.status < $1.status }
        return .object(JSONObject(unique.map { (String($0.status), $0.documentJSON) }))
    }

    private static let security = JSONValue.array([
        .members(("bearer", .array([]))), .members(("password", .array([]))),
    ])

    private static let securitySchemes = JSONValue.members(
        (
            "bearer",
            .members(("type", .string("http")), ("scheme", .string("bearer")), ("bearerFormat", .string("JWT")))
        ),
        (
            "password",
            .members(
                ("type", .string("oauth2")),
                (
                    "flows",
                    .members(
                        (
                            "password",
                            .members(
                                ("tokenUrl", .string("/token")), ("refreshUrl", .string("/token")),
                                ("scopes", .object(JSONObject([]))))
                        ))
                ))
        ))
}

extension EndpointDescription.Parameter {
    var documentJSON: JSONValue {
        .members(
            ("name", .string(name)), ("in", .string(place.rawValue)),
            ("required", place == .path || isRequired ? .bool(true) : nil), ("description", .string(text)),
            ("style", isList ? .string("form") : nil), ("explode", isList ? .bool(true) : nil),
            ("schema", schema.json), ("example", example))
    }
}

extension EndpointDescription.Answer {
    var documentJSON: JSONValue {
        let head = headers.map { name in (name, JSONValue.members(("schema", JSONSchema.string().json))) }
        let bodies = content.map { type, schema in (type, JSONValue.members(("schema", schema.json))) }
        return .members(
            ("description", .string(text)), ("headers", head.isEmpty ? nil : .object(JSONObject(head))),
            ("content", bodies.isEmpty ? nil : .object(JSONObject(bodies))))
    }
}
