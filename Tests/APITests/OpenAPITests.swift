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
                "400":{"$ref":"#/components/responses/BadRequest"},\##
                "401":{"$ref":"#/components/responses/NotAuthenticated"},\##
                "403":{"$ref":"#/components/responses/NotAllowed"},\##
                "413":{"$ref":"#/components/responses/BodyTooLarge"},\##
                "414":{"$ref":"#/components/responses/AddressTooLong"},\##
                "415":{"$ref":"#/components/responses/UnsupportedContentType"},\##
                "422":{"$ref":"#/components/responses/Invalid"},\##
                "429":{"$ref":"#/components/responses/TooManyRequests"},\##
                "431":{"$ref":"#/components/responses/HeadTooLarge"},\##
                "503":{"$ref":"#/components/responses/Unavailable"},\##
                "507":{"$ref":"#/components/responses/DiskFull"}}}
                """##)
        #expect(
            json["components"]?["responses"]?["NotAuthenticated"]?.compact == ##"""
                {"description":"No bearer token, or one that is not valid any more",\##
                "headers":{"WWW-Authenticate":{"schema":{"type":"string"}}},\##
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/ServiceError"}}}}
                """##)
    }

    @Test func aBodyThatHasANameIsASchemaOfThatName() throws {
        let number = JSONSchema.named("Number", .oneOf([.number, .string()]))
        let endpoint = EndpointDescription(
            .post, "/add", name: "add", tag: "t", summary: "s",
            bodies: [
                .init(
                    contentType: "application/json",
                    schema: .named(
                        "Sum",
                        .object([.required("a", .described(number, "First")), .optional("more", .array(number))])
                    ))
            ], answers: [])
        let json = try document([endpoint])
        let body = json["paths"]?["/add"]?["post"]?["requestBody"]?["content"]?["application/json"]
        #expect(body?.compact == ##"{"schema":{"$ref":"#/components/schemas/Sum"}}"##)
        #expect(
            json["components"]?["schemas"]?["Sum"]?.compact == ##"""
                {"type":"object","properties":{\##
                "a":{"$ref":"#/components/schemas/Number","description":"First"},\##
                "more":{"type":"array","items":{"$ref":"#/components/schemas/Number"}}},\##
                "required":["a"],"additionalProperties":false}
                """##)
        #expect(
            json["components"]?["schemas"]?["Number"]?.compact == #"{"oneOf":[{"type":"number"},{"type":"string"}]}"#)
    }

    /// A client that was made today must not fall over a member that is added tomorrow.
    @Test func whatIsAnsweredMayHaveFurtherMembersAndWhatIsAskedMayNot() {
        let schema = JSONSchema.object([.required("a", .object([]))])
        #expect(
            schema.json(in: .answer).compact == #"""
                {"type":"object","properties":{"a":{"type":"object","properties":{}}},"required":["a"]}
                """#)
        #expect(
            schema.json(in: .request).compact == #"""
                {"type":"object","properties":{"a":{"type":"object","properties":{},"additionalProperties":false}},\#
                "required":["a"],"additionalProperties":false}
                """#)
        #expect(
            JSONSchema.object([], isOpen: true).json(in: .request).compact
                == #"{"type":"object","properties":{},"additionalProperties":true}"#)
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
        let responses = Set(json["components"]?["responses"]?.names ?? [])
        #expect(
            responses
                == Set(text.matches(of: #/"\$ref":"#\/components\/responses\/([^"]*)"/#).map { String($0.1) }))
    }

    /// In a client that is made from the document a name becomes a file, a class and a method, in the case of its
    /// language: names that differ by case or by lines between words alone would be one.
    @Test func everyNameIsUniqueHoweverItIsWritten() throws {
        func plain(_ name: String) -> String { String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }
        let names = EndpointTable.endpoints.map { plain($0.description.name) }
        #expect(Set(names).count == names.count)
        let json = try JSONValue(parsing: EndpointTable.document(version: "test"))
        let schemas = try #require(json["components"]?["schemas"]?.names).map(plain)
        #expect(Set(schemas).count == schemas.count)
    }

    /// A generator of clients makes objects that hold nothing of what is one of several and stands in a list.
    @Test func noListOfAnAnswerHoldsAChoiceBetweenObjects() throws {
        let json = try JSONValue(parsing: EndpointTable.document(version: "test"))
        let schemas = try #require(json["components"]?["schemas"])
        for name in ["EvaluationList", "ParsedExpressionList"] {
            let reference = try #require(schemas[name]?["items"]?["$ref"]?.asText)
            let element = try #require(schemas[String(reference.split(separator: "/").last ?? "")])
            #expect(element["type"] == .string("object"), "\(name)")
            #expect(!element.compact.contains("oneOf"), "\(name)")
        }
        #expect(schemas["Fault"]?.compact.contains("oneOf") == false)
    }

    @Test func everyParameterInAPathIsDescribed() {
        let endpoints = EndpointTable.endpoints.map(\.description)
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
