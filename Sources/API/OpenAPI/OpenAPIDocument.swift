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
                .members(
                    ("schemas", schemas), ("responses", responses), ("securitySchemes", Self.securitySchemes))
            ))
    }

    /// The shapes that answers share, and those of the bodies that have a name.
    private var schemas: JSONValue {
        let requests = endpoints.flatMap(\.bodies).flatMap { $0.schema.definitions(in: .request) }
        return .object(JSONObject(Self.firstByName(ComponentSchemas.members + requests)))
    }

    private var responses: JSONValue {
        let answers = endpoints.flatMap { Self.answers(of: $0) }
        return .object(
            JSONObject(Self.firstByName(answers.compactMap { answer in answer.name.map { ($0, answer.json) } })))
    }

    private static func firstByName(_ members: [(key: String, value: JSONValue)]) -> [(key: String, value: JSONValue)] {
        var seen: Set<String> = []
        return members.filter { seen.insert($0.key).inserted }
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
            (
                "responses",
                .object(JSONObject(Self.answers(of: endpoint).map { (String($0.status), $0.reference) }))
            ))
    }

    private static func requestBody(_ bodies: [EndpointDescription.Body]) -> JSONValue {
        let content = bodies.map { body in
            (body.contentType, JSONValue.members(("schema", body.schema.json(in: .request)), ("example", body.example)))
        }
        return .members(
            ("required", .bool(bodies.contains(where: \.isRequired))), ("content", .object(JSONObject(content))))
    }

    /// The endpoint's own answers with those that its kind implies, by their status.
    private static func answers(of endpoint: EndpointDescription) -> [EndpointDescription.Answer] {
        var answers = endpoint.answers
        if endpoint.security != .none { answers += [.notAuthenticated, .tooManyRequests] }
        if endpoint.security == .admin { answers.append(.notAllowed) }
        if !endpoint.bodies.isEmpty { answers += [.bodyTooLarge, .unsupportedContentType] }
        if endpoint.parameters.contains(where: { $0.place != .header }) { answers += [.addressTooLong, .headTooLarge] }
        answers += [.badRequest, .unavailable]
        if endpoint.security != .none || !endpoint.bodies.isEmpty { answers.append(.diskFull) }
        var seen: Set<Int> = []
        return answers.filter { seen.insert($0.status).inserted }.sorted { $0.status < $1.status }
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
            ("schema", schema.json(in: .request)), ("example", example))
    }
}

extension EndpointDescription.Answer {
    /// Where its description is, or the description itself.
    fileprivate var reference: JSONValue {
        name.map { .members(("$ref", .string("#/components/responses/\($0)"))) } ?? json
    }

    fileprivate var json: JSONValue {
        let head = headers.map { name in
            (name, JSONValue.members(("schema", JSONSchema.string().json(in: .answer))))
        }
        let bodies = content.map { type, schema in (type, JSONValue.members(("schema", schema.json(in: .answer)))) }
        return .members(
            ("description", .string(text)), ("headers", head.isEmpty ? nil : .object(JSONObject(head))),
            ("content", bodies.isEmpty ? nil : .object(JSONObject(bodies))))
    }
}
