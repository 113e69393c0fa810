import HTTPTypes
import JSON
import Testing

@testable import API

@Suite struct OpenAPITests {
    @Test func anEndpointIsDescribedLikeThis() throws {
        let endpoint = EndpointDescription(
            .patch, "/users/{username}", name: "changeUser", tag: "users", summary: "Changes a user",
            parameters: [
                .init(name: "username", place: .path, schema: .string(maximumLength: 32), text: "Whose account"),
                .init(
                    name: "values", place: .query, schema: .array(.number, count: 1...3), text: "Numbers",
                    example: .array([.number("1")]), isList: true),
            ],
            bodies: [
                .init(
                    contentType: "application/json",
                    schema: .object([
                        .required("role", .choice(["user", "admin"])), .optional("disabled", .boolean.orNull),
                    ]), example: .members(("role", .string("admin"))))
            ],
            answers: [.json("The user", .reference("Account")), .invalid]
        ).secured(.admin)
        let json = try document([endpoint])
        #expect(
            json["paths"]?["/users/{username}"]?["patch"]?.compact == ##"""
                {"operationId":"changeUser","tags":["users"],"summary":"Changes a user",\##
                "security":[{"bearer":[]},{"password":[]}],"parameters":[\##
                {"name":"username","in":"path","required":true,"description":"Whose account",\##
                "schema":{"type":"string","maxLength":32}},\##
                {"name":"values","in":"query","description":"Numbers","style":"form","explode":true,\##
                "schema":{"type":"array","items":{"type":"number"},"minItems":1,"maxItems":3},"example":[1]}],\##
                "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object",\##
                "properties":{"role":{"type":"string","enum":["user","admin"]},\##
                "disabled":{"anyOf":[{"type":"boolean"},{"type":"null"}]}},"required":["role"],\##
                "additionalProperties":false},"example":{"role":"admin"}}}},"responses":{\##
                "200":{"description":"The user",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Account"}}}},\##
                "400":{"description":"This is no valid HTTP request",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "401":{"description":"No bearer token, or one that is not valid any more",\##
                "headers":{"WWW-Authenticate":{"schema":{"type":"string"}}},\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "403":{"description":"This needs the role admin",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "413":{"description":"The body is too large",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "414":{"description":"The address is too long",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "415":{"description":"The body has another content type",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "422":{"description":"The input is wrong: every fault with its place",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/ValidationError"}}}},\##
                "429":{"description":"Too many requests","headers":{"Retry-After":{"schema":{"type":"string"}}},\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "431":{"description":"The head of the request is too large",\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "503":{"description":"Too busy, or the journal cannot be written: nothing was done",\##
                "headers":{"Retry-After":{"schema":{"type":"string"}}},\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}},\##
                "507":{"description":"The service's disk is full: nothing was done",\##
                "headers":{"Retry-After":{"schema":{"type":"string"}}},\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}}}
                """##)
    }

    @Test func theMethodsOfAPathStandTogetherInTheOrderOfTheTable() throws {
        func endpoint(_ method: HTTPRequest.Method, _ path: String) -> EndpointDescription {
            EndpointDescription(method, path, name: "n", tag: "t", summary: "s", answers: [])
        }
        let json = try document([endpoint(.post, "/b"), endpoint(.get, "/a"), endpoint(.get, "/b")])
        #expect(json["paths"]?.names == ["/b", "/a"])
        #expect(json["paths"]?["/b"]?.names == ["post", "get"])
        #expect(json["openapi"] == .string("3.1.0"))
        #expect(json["info"]?["version"] == .string("test"))
    }

    @Test func everyReferenceOfTheServicesDocumentLeadsSomewhere() throws {
        let bytes = EndpointTable.document(version: "test")
        let json = try JSONValue(parsing: bytes)
        let schemas = Set(json["components"]?["schemas"]?.names ?? [])
        let text = String(decoding: bytes, as: UTF8.self)
        let references = Set(text.matches(of: #/"\$ref":"#\/components\/schemas\/([^"]*)"/#).map { String($0.1) })
        #expect(references.subtracting(schemas).isEmpty)
        #expect(schemas.subtracting(references).isEmpty, "declared and used nowhere")
    }

    @Test func everyParameterInAPathIsDescribedAndEveryNameIsUnique() {
        let endpoints = EndpointTable.endpoints.map(\.description)
        #expect(Set(endpoints.map(\.name)).count == endpoints.count)
        for endpoint in endpoints {
            let inPath = Set(endpoint.path.matches(of: #/\{([^}]*)\}/#).map { String($0.1) })
            let described = endpoint.parameters.filter { $0.place == .path }.map(\.name)
            #expect(inPath == Set(described), "\(endpoint.path)")
            #expect(!endpoint.summary.isEmpty && endpoint.answers.contains { (200..<400).contains($0.status) })
        }
    }

    private func document(_ endpoints: [EndpointDescription]) throws -> JSONValue {
        try JSONValue(parsing: OpenAPIDocument(version: "test", endpoints: endpoints).bytes)
    }
}

extension JSONValue {
    fileprivate subscript(name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    fileprivate var compact: String {
        var json = JSONWriter()
        write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    fileprivate var names: [String] {
        if case .object(let object) = self { object.members.map(\.key) } else { [] }
    }
}
