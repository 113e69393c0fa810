import Foundation
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Testing

@testable import API

@Suite struct DocumentationTests {
    private let assets = FileManager.default.temporaryDirectory.appending(path: "math-assets-\(UUID())")
    private let script = "window.SwaggerUIBundle = () => {};\n"

    @Test func allFilesOfTheDocumentationAreServedFromHere() throws {
        try makeAssets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let types = [
            "/openapi.json": "application/json", "/docs": "text/html; charset=utf-8",
            "/docs/init.js": "text/javascript; charset=utf-8",
            "/docs/swagger-ui-bundle.js": "text/javascript; charset=utf-8",
            "/docs/swagger-ui.css": "text/css; charset=utf-8",
        ]
        let files = files(assets: assets.path)
        #expect(Set(files.keys) == Set(types.keys))
        for (path, type) in types {
            let response = try #require(files[path]).answer(to: request(path))
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == type)
            #expect(response.headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true)
        }
    }

    /// Every address in the pages is a path of this service: nothing is loaded from another host, nothing is inline.
    @Test func thePagesLoadWhatIsServedAndNothingElse() throws {
        try makeAssets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let served = files(assets: assets.path)
        let addresses = DocumentationPages.page.matches(of: #/(?:src|href)="([^"]*)"/#).map { String($0.1) }
        #expect(addresses.count == 4)
        for address in addresses where address != "data:," {
            #expect(served[address] != nil, "\(address) is not served")
        }
        for text in [DocumentationPages.page, DocumentationPages.missing, DocumentationPages.script] {
            #expect(!text.contains("//"))
            #expect(!text.contains("<style") && !text.contains("<script>") && !text.contains("style="))
        }
        #expect(DocumentationPages.script.contains(#"url: "/openapi.json""#))
    }

    @Test func aClientThatTakesGzipGetsThePackedFile() throws {
        try makeAssets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let file = try #require(files(assets: assets.path)["/docs/swagger-ui-bundle.js"])
        for (accepted, isPacked) in [
            ("gzip, deflate, br", true), ("br;q=1, GZIP;q=0.5", true), ("*", true), ("gzip;q=0", false),
            ("gzip;q=0.0, br", false), ("br", false), ("", false),
        ] {
            let response = file.answer(to: request("/", [.acceptEncoding: accepted]))
            #expect(response.headers[.contentEncoding] == (isPacked ? "gzip" : nil), "\(accepted)")
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.body.contentLength == (isPacked ? 6 : script.utf8.count))
        }
    }

    @Test func whatTheClientHasIsNotSentAgain() throws {
        try makeAssets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let files = files(assets: assets.path)
        let file = try #require(files["/docs/swagger-ui-bundle.js"])
        let plain = try #require(file.answer(to: request("/")).headers[.eTag])
        let packed = try #require(file.answer(to: request("/", [.acceptEncoding: "gzip"])).headers[.eTag])
        #expect(plain != packed, "two encodings are two representations")
        for known in [plain, "W/\(plain)", "\"other\", \(plain)", "*"] {
            let response = file.answer(to: request("/", [.ifNoneMatch: known]))
            #expect(response.status == .notModified, "\(known)")
            #expect(response.headers[.eTag] == plain)
            #expect(response.body.contentLength == 0)
        }
        #expect(file.answer(to: request("/", [.ifNoneMatch: packed])).status == .ok)
        let style = try #require(files["/docs/swagger-ui.css"]).answer(to: request("/"))
        #expect(style.headers[.eTag] != plain)
        #expect(style.headers[.cacheControl] == "no-cache")
    }

    @Test(arguments: [nil, "/nowhere/at/all"])
    func withoutTheFilesThePageSaysHowToGetThem(folder: String?) throws {
        let files = files(assets: folder)
        #expect(Set(files.keys) == ["/docs", "/openapi.json"])
        #expect(DocumentationPages.missing.contains("make assets"))
        #expect(DocumentationPages.missing.contains(#"href="/openapi.json""#))
        let length = try #require(files["/docs"]).answer(to: request("/docs")).body.contentLength
        #expect(length == DocumentationPages.missing.utf8.count)
    }

    private func makeAssets() throws {
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        try script.write(to: assets.appending(path: "swagger-ui-bundle.js"), atomically: true, encoding: .utf8)
        try "packed".write(to: assets.appending(path: "swagger-ui-bundle.js.gz"), atomically: true, encoding: .utf8)
        try "a { color: red }".write(to: assets.appending(path: "swagger-ui.css"), atomically: true, encoding: .utf8)
    }

    private func files(assets: String?) -> [String: DocumentationFile] {
        let configuration = ServiceConfiguration(documentationAssets: assets, version: "test")
        let endpoints = DocumentationEndpoints(configuration: configuration, document: Array("{}".utf8))
        return Dictionary(uniqueKeysWithValues: endpoints.files.map { ($0.description.path, $0.file) })
    }

    private func request(_ path: String, _ headers: HTTPFields = [:]) -> Request {
        Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }
}
