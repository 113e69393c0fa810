import HTTPServer
import HTTPTypes
import JSON
import Testing

@testable import API

@Suite struct BadRequestTests {
    @Test(arguments: [
        ("not json", "json_invalid"), ("", "json_invalid"), ("[1, 2]", "object_expected"), ("{\"a\":1", "json_invalid"),
        (#"{"a":1,"a":2}"#, "json_invalid"), (#"{"a":NaN,"b":1}"#, "json_invalid"),
        (String(repeating: "[", count: 100_000), "json_invalid"),
    ])
    func aBodyThatIsNoObjectIsRefused(body: String, type: String) async throws {
        let service = try await TestService()
        let reply = try await service.post("/math/add", body, token: try await service.signIn())
        #expect(reply.status == 422)
        #expect(reply.json["code"] == .string(type))
    }

    @Test func anotherContentTypeIsRefused() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        for type in ["text/plain", "application/xml", nil] {
            let reply = try await service.send(
                .post, "/math/add", token: token, contentType: type, body: #"{"a":1,"b":2}"#)
            #expect(reply.status == 415)
        }
        let withCharset = try await service.send(
            .post, "/math/add", token: token, contentType: "Application/JSON; charset=utf-8", body: #"{"a":1,"b":2}"#)
        #expect(withCharset.status == 200)
    }

    @Test func everyFaultIsToldAtOnce() async throws {
        let service = try await TestService()
        let reply = try await service.get("/math/divide?a=x&c=1", token: try await service.signIn())
        #expect(reply.status == 422)
        guard case .array(let problems)? = reply.json["detail"] else {
            Issue.record("no list of problems in \(reply.body)")
            return
        }
        #expect(problems.count == 3)
    }

    @Test func divisionByZeroIsToldInTheContractsForm() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let reply = try await service.send(
            .get, "/math/divide?a=1&b=0", token: token, headers: [.xRequestID: "r-1"])
        #expect(reply.status == 422)
        #expect(reply.json["code"] == .string("division_by_zero"))
        #expect(reply.json["request_id"] == .string("r-1"))
        #expect(reply.body.contains(#""loc":["query","b"]"#))
    }

    @Test(arguments: ["0", "10001", "-1", "many", "1e3", ""])
    func aPrecisionOutOfBoundsIsRefused(precision: String) async throws {
        let service = try await TestService()
        let reply = try await service.get(
            "/math/add?a=1&b=2&precision=\(precision)", token: try await service.signIn())
        #expect(reply.status == 422)
        #expect(reply.body.contains(#""loc":["query","precision"]"#))
    }

    /// Whatever the server lets in: what is said of accounts is short.
    @Test func aBodyAboutAnAccountIsBounded() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let marks = String(repeating: "\u{301}\u{327}", count: 100_000)
        for path in ["/register", "/token", "/reset-password"] {
            let reply = try await service.post(path, #"{"username":"a\#(marks)"}"#, token: token)
            #expect(reply.status == 413)
        }
        let form = try await service.send(
            .post, "/token", contentType: "application/x-www-form-urlencoded", body: "username=a\(marks)")
        #expect(form.status == 413)
        for field in ["username", "password"] {
            let text = String(repeating: "\u{301}\u{327}", count: 257)
            let reply = try await service.post(
                "/token",
                #"{"username":"a","password":"b"}"#
                    .replacing(#""\#(field)":""#, with: #""\#(field)":"\#(text)"#))
            #expect(reply.status == 422)
            #expect(reply.body.contains(#"{"type":"string_too_long","loc":["body","\#(field)"]"#))
        }
    }
}
