import Foundation
import HTTPTypes
import Hummingbird

/// The document, Swagger UI over it, and where `/` leads without a web app. Every file is this service's own.
struct DocumentationEndpoints: Sendable {
    let files: [(description: EndpointDescription, file: DocumentationFile)]
    private let hasWebApp: Bool

    /// - Parameter document: `openapi.json`.
    init(configuration: ServiceConfiguration, document: [UInt8]) {
        hasWebApp = configuration.webRoot != nil
        var files = [
            (
                EndpointDescription.page(
                    "/openapi.json", name: "openapi", summary: "This document", type: "application/json",
                    schema: .object([], isOpen: true)),
                DocumentationFile(contentType: "application/json", content: PackedContent(packing: document))
            )
        ]
        let assets = configuration.documentationAssets.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let script = assets.flatMap { Self.load("swagger-ui-bundle.js", "text/javascript; charset=utf-8", from: $0) }
        let style = assets.flatMap { Self.load("swagger-ui.css", "text/css; charset=utf-8", from: $0) }
        if let script, let style {
            files += [
                Self.file("/docs", "docs", "text/html; charset=utf-8", DocumentationPages.page),
                Self.file("/docs/init.js", "docsInit", "text/javascript; charset=utf-8", DocumentationPages.script),
                (Self.describe("/docs/swagger-ui-bundle.js", "docsScript", "text/javascript"), script),
                (Self.describe("/docs/swagger-ui.css", "docsStyle", "text/css"), style),
            ]
        } else {
            files.append(Self.file("/docs", "docs", "text/html; charset=utf-8", DocumentationPages.missing))
        }
        self.files = files
    }

    var endpoints: [Endpoint] {
        var endpoints = files.map { description, file in
            Endpoint.anyone(description) { call in file.answer(to: call.request) }
        }
        if !hasWebApp {
            endpoints.append(
                .anyone(Self.root) { _ in
                    Response(status: .temporaryRedirect, headers: [.location: "/docs"])
                })
        }
        return endpoints
    }

    private static let root = EndpointDescription(
        .get, "/", name: "root", tag: "documentation", summary: "Leads to the documentation",
        answers: [.init(status: 307, text: "To the documentation", headers: ["Location"])])

    private static func file(
        _ path: String, _ name: String, _ type: String, _ text: String
    ) -> (EndpointDescription, DocumentationFile) {
        (describe(path, name, type), DocumentationFile(contentType: type, content: PackedContent(Array(text.utf8))))
    }

    private static func describe(_ path: String, _ name: String, _ type: String) -> EndpointDescription {
        let plain = String(type.prefix { $0 != ";" })
        return .page(path, name: name, summary: "The interactive documentation", type: plain)
    }

    private static func load(_ name: String, _ type: String, from folder: URL) -> DocumentationFile? {
        guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
        let packed = try? Data(contentsOf: folder.appending(path: "\(name).gz"))
        let content = PackedContent(Array(bytes), packed: packed.map { [.gzip: Array($0)] } ?? [:])
        return DocumentationFile(contentType: type, content: content)
    }
}
