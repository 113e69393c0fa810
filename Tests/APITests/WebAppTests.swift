import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import API

/// The web app as browsers get it, from a folder on disk.
@Suite struct WebAppTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID())")

    private func service() async throws -> TestService {
        let assets = folder.appending(path: "assets")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        try write("<p>app</p>", to: "index.html")
        try write("plain script", to: "assets/main-1.js")
        try write("gzip script", to: "assets/main-1.js.gz")
        try write("brotli script", to: "assets/main-1.js.br")
        try write("theme", to: "theme.js")
        try write(#"["/plot", "/operations", "/admin/users"]"#, to: "pages.json")
        try write("secret", to: ".hidden")
        return try await TestService(webRoot: folder.path)
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: path))
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    @Test func thePageIsNeverStoredAndItsPartsForEver() async throws {
        defer { remove() }
        let service = try await service()
        let page = try await service.get("/")
        #expect(page.body == "<p>app</p>")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.headers[.cacheControl] == "no-store")
        let script = try await service.get("/assets/main-1.js")
        #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
        #expect(script.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await service.get("/theme.js").headers[.cacheControl] == "no-cache")
    }

    @Test(arguments: [
        ("gzip, deflate, br", "brotli script", "br"), ("gzip", "gzip script", "gzip"),
        ("br;q=0.1, gzip;q=0.9", "gzip script", "gzip"), ("br;q=0, gzip;q=0", "plain script", nil),
        ("*", "brotli script", "br"), ("deflate", "plain script", nil), ("gzip;q=x", "plain script", nil),
    ])
    func aFileIsSentPackedAsTheClientTakesIt(accepted: String, body: String, coding: String?) async throws {
        defer { remove() }
        let service = try await service()
        let reply = try await service.send(.get, "/assets/main-1.js", headers: [.acceptEncoding: accepted])
        #expect(reply.body == body)
        #expect(reply.headers[.contentEncoding] == coding)
        #expect(reply.headers[.vary] == "Accept-Encoding")
    }

    @Test func whatABrowserHasIsNotSentAgain() async throws {
        defer { remove() }
        let service = try await service()
        let tag = try #require(try await service.get("/theme.js").headers[.eTag])
        let again = try await service.send(.get, "/theme.js", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
    }

    private static let html: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]

    @Test(arguments: ["/plot", "/operations/sqrt", "/admin/users"])
    func whoeverOpensAPageGetsTheApp(path: String) async throws {
        defer { remove() }
        let service = try await service()
        for headers: HTTPFields in [Self.html, [.accept: "*/*"], [:]] {
            let page = try await service.send(.get, path, headers: headers)
            #expect(page.status == 200)
            #expect(page.body == "<p>app</p>")
            let head = try await service.send(.head, path, headers: headers)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            let posted = try await service.send(.post, path, headers: headers)
            #expect(posted.status == 405)
            #expect(posted.headers[.allow] == "GET, HEAD")
        }
    }

    @Test(arguments: ["/no/such/page", "/plotted", "/admin"])
    func aPageThatIsNotThereIsSaidByTheAppToBrowsersAlone(path: String) async throws {
        defer { remove() }
        let service = try await service()
        let page = try await service.send(.get, path, headers: Self.html)
        #expect(page.status == 404)
        #expect(page.body == "<p>app</p>")
        let plain = try await service.get(path)
        #expect(plain.status == 404)
        #expect(plain.headers[.contentType] == "application/json")
        #expect(try await service.send(.post, path, headers: Self.html).status == 404)
    }

    @Test(arguments: [
        "/math/nothing", "/users/ada/nothing", "/assets/gone-2.js", "/favicon.ico", "/.hidden", "/../secret",
    ])
    func theInterfaceAndMissingFilesAreNoPages(path: String) async throws {
        defer { remove() }
        let service = try await service()
        let reply = try await service.send(.get, path, headers: [.accept: "text/html"])
        #expect(reply.status == 404)
        #expect(reply.headers[.contentType] == "application/json")
    }

    @Test func aPageMayLoadNothingFromElsewhere() async throws {
        defer { remove() }
        let headers = try await service().get("/").headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; "))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(headers[HTTPField.Name(validated: "Referrer-Policy")] == "no-referrer")
        #expect(headers[.xContentTypeOptions] == "nosniff")
    }
}
