import HTTPTypes
import JSON
import Store
import Testing

@testable import API

/// The interface of the public mathjs service.
@Suite struct V4RoutesTests {
    @Test func theDocumentedExamplesAreAnswered() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        for (query, text) in [
            ("expr=2*(7-3)", "8"), ("expr=2%2F3&precision=3", "0.667"), ("precision=3&expr=2%2F3", "0.667"),
            ("expr=2%2F3", "0.6666666666666666"), ("expr=1.2%20*%20(2%20%2B%204.5)", "7.8"),
            ("expr=5.08%20cm%20in%20inch", "2 inch"), ("expr=2%2F0", "Infinity"),
        ] {
            let reply = try await service.get("/v4/?\(query)", token: token)
            #expect(reply.status == 200)
            #expect(reply.body == text, "\(query)")
            #expect(reply.headers[.contentType] == "text/plain; charset=utf-8")
        }
        let reply = try await service.post(
            "/v4/",
            #"""
            {"expr": ["a = 1.2 * (2 + 4.5)", "a / 2", "5.08 cm in inch", "sin(45 deg) ^ 2", "9 / 3 + 2i",
            "b = [-1, 2; 3, 1]", "det(b)"], "precision": 14}
            """#, token: token)
        #expect(
            reply.body == #"""
                {"result":["7.8","3.9","2 inch","0.5","3 + 2i","[[-1, 2], [3, 1]]","-7"],"error":null}
                """#)
        #expect(
            try await service.post("/v4/", #"{"expr":"2+3"}"#, token: token).body == #"{"result":"5","error":null}"#)
    }

    @Test func whatFailsIsToldAsTheServiceOfMathjsTellsIt() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let missing = try await service.get("/v4/", token: token)
        #expect(missing.status == 400)
        #expect(missing.body == #"Error: Required query parameter "expr" missing in url."#)
        let syntax = try await service.get("/v4/?expr=1%20%2B%20%2A%202", token: token)
        #expect(syntax.status == 400)
        #expect(syntax.body.wholeMatch(of: #/SyntaxError: .+ \(char 5\)/#) != nil)
        for (body, error) in [
            (#"{}"#, #/Error: Required field \\"expr\\" missing in JSON body\./#),
            (#"{"expr":["1","2 + )"]}"#, #/SyntaxError: .+ \(char 5\)/#), (#"{"expr":5}"#, #/TypeError: .+/#),
            (#"nonsense"#, #/SyntaxError: .+/#), (#"{"expr":"1","precision":"x"}"#, #/Error: .+/#),
        ] {
            let reply = try await service.post("/v4/", body, token: token)
            #expect(reply.status == 400)
            let start = #"{"result":null,"error":""#
            #expect(reply.body.hasPrefix(start) && reply.body.hasSuffix(#""}"#), "\(body)")
            #expect(String(reply.body.dropFirst(start.count).dropLast(2)).wholeMatch(of: error) != nil, "\(reply.body)")
        }
    }

    @Test func everyPathBelowIsTheSameAndNoContentTypeIsNeeded() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        for path in ["/v4", "/v4/", "/v4/a", "/v4/a/b/"] {
            #expect(try await service.get("\(path)?expr=1%2B1", token: token).body == "2")
            let reply = try await service.send(.post, path, token: token, body: #"{"expr":"1+1"}"#)
            #expect(reply.body == #"{"result":"2","error":null}"#)
        }
        #expect(try await service.get("/v4x?expr=1", token: token).status == 404)
        #expect(try await service.send(.delete, "/v4/a", token: token).status == 405)
    }

    @Test func anyPageMayCallIt() async throws {
        let service = try await TestService(corsOrigins: ["http://localhost:5173"])
        let origin: HTTPFields = [.origin: "https://elsewhere.example", .accessControlRequestMethod: "POST"]
        let preflight = try await service.send(.options, "/v4/", headers: origin)
        #expect(preflight.status == 204)
        #expect(preflight.headers[.accessControlAllowOrigin] == "*")
        #expect(preflight.headers[.accessControlAllowCredentials] == nil)
        let reply = try await service.get(
            "/v4/?expr=1", token: try await service.signIn(), headers: [.origin: "https://elsewhere.example"])
        #expect(reply.headers[.accessControlAllowOrigin] == "*")
        let other = try await service.send(.options, "/math/evaluate", headers: origin)
        #expect(other.headers[.accessControlAllowOrigin] == nil)
    }

    @Test func aTokenIsNeededUnlessGuestsAreLetIn() async throws {
        let closed = try await TestService()
        #expect(try await closed.get("/v4/?expr=1").status == 401)
        let open = try await TestService(allowsAnonymousV4: true)
        #expect(try await open.get("/v4/?expr=1%2F4").body == "0.25")
        #expect(try await open.send(.post, "/v4/", body: #"{"expr":["1","x"]}"#).status == 400)
        #expect(try await open.send(.get, "/v4/?expr=1", token: "x.y.z").status == 401)
        #expect(try await open.post("/math/evaluate", #"{"expr":"1"}"#).status == 401)
        let alice = try await open.signIn("alice")
        #expect(try await open.get("/v4/?expr=3%2F4", token: alice).body == "0.75")
        let history = try await open.get("/history", token: alice).array
        #expect(history.map { $0.member("result") } == [.string("0.75")])
        #expect(history.map { $0.member("operation") } == [.string("evaluate")])
        #expect(try await open.services.database.history(user: "anonymous", limit: 10, before: nil).entries.count == 1)
    }
}
