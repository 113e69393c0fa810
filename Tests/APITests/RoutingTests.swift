import Foundation
import HTTPServer
import HTTPTypes
import Hummingbird
import JSON
import Testing

@testable import API

@Suite struct RoutingTests {
    @Test func theRouterHasExactlyTheEndpointsOfTheTable() async throws {
        let service = try await TestService()
        let routes = EndpointTable.router(service.services).routes.map { "\($0.method.rawValue) \($0.path)" }
        let table = EndpointTable.endpoints(service.services.configuration).map { endpoint in
            // The router does without a slash at the end, which is one path with and without.
            let path = endpoint.path == V4Endpoints.path ? "/v4" : endpoint.path
            return "\(endpoint.method.rawValue) \(path)"
        }
        #expect(routes.sorted() == table.sorted())
        #expect(Set(table).count == table.count)
    }

    @Test func anUnknownPathIsNotFound() async throws {
        let service = try await TestService()
        let reply = try await service.send(.get, "/nowhere", headers: [.xRequestID: "r-1"])
        #expect(reply.status == 404)
        #expect(reply.body == #"{"detail":"Not Found","code":"not_found","request_id":"r-1"}"#)
        #expect(reply.headers[.xRequestID] == "r-1")
    }

    @Test(arguments: [
        (HTTPRequest.Method.put, "/math/add", "GET, POST"), (.get, "/token", "POST"),
        (.post, "/users/alice", "DELETE, PATCH"), (.delete, "/history", "GET"),
    ])
    func aWrongMethodIsToldTheRightOnes(method: HTTPRequest.Method, path: String, allowed: String) async throws {
        let service = try await TestService()
        let reply = try await service.send(method, path)
        #expect(reply.status == 405)
        #expect(reply.headers[.allow] == allowed)
        #expect(reply.json["code"]?.asText == "method_not_allowed")
    }

    @Test func pagesHaveHeadersOnlyForWhoAsksSo() async throws {
        let service = try await TestService()
        let whole = try await service.get("/healthz")
        let head = try await service.send(.head, "/healthz")
        #expect(head.status == 200)
        #expect(head.body == "")
        #expect(head.headers[.contentLength] == whole.headers[.contentLength])
        #expect(try await service.send(.head, "/math/add?a=1&b=2").status == 405)
    }

    @Test(arguments: ["", "with space", "ümlaut", String(repeating: "x", count: 65)])
    func anUnsaneRequestIDIsReplaced(id: String) async throws {
        let service = try await TestService()
        let reply = try await service.send(.get, "/healthz", headers: [.xRequestID: id])
        let given = try #require(reply.headers[.xRequestID])
        #expect(given != id)
        #expect(given.wholeMatch(of: #/[0-9a-f]{16}-[0-9a-f]{16}/#) != nil)
    }

    @Test func filesOfTheWebAppAreServedBesideTheEndpoints() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("<p>app</p>".utf8).write(to: folder.appending(path: "index.html"))
        let service = try await TestService(webRoot: folder.path)
        let page = try await service.get("/")
        #expect(page.status == 200)
        #expect(page.body == "<p>app</p>")
        #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
        #expect(try await service.get("/healthz").body == #"{"status":"ok"}"#)
        for path in ["/none.html", "/../secret", "/%2e%2e/secret"] {
            #expect(try await service.get(path).status == 404)
        }
        #expect(try await service.send(.post, "/index.html").status == 405)
    }

    @Test func everyAnswerForbidsSniffingFramingAndStoring() async throws {
        let service = try await TestService()
        for path in ["/healthz", "/nowhere", "/math/add?a=1&b=2"] {
            let headers = try await service.get(path).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.cacheControl] == "no-store")
            #expect(headers[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
        }
    }

    @Test func onlyPagesOfAllowedOriginsMayRead() async throws {
        let service = try await TestService(corsOrigins: ["http://localhost:5173"])
        let preflight: HTTPFields = [.origin: "http://localhost:5173", .accessControlRequestMethod: "POST"]
        let allowed = try await service.send(.options, "/token", headers: preflight)
        #expect(allowed.status == 204)
        #expect(allowed.headers[.accessControlAllowOrigin] == "http://localhost:5173")
        #expect(allowed.headers[.accessControlAllowHeaders]?.contains("Authorization") == true)
        let foreign = try await service.send(.get, "/healthz", headers: [.origin: "http://evil.example"])
        #expect(foreign.headers[.accessControlAllowOrigin] == nil)
        #expect(foreign.headers[.vary] == "Origin")
    }
}
