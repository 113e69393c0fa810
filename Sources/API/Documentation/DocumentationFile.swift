import HTTPTypes
import Hummingbird

/// A file of the documentation, held in memory.
struct DocumentationFile: Sendable {
    private let content: PackedContent
    private let headers: HTTPFields

    init(contentType: String, content: PackedContent) {
        self.content = content
        headers = [
            .contentType: contentType, .cacheControl: WebCaching.revalidated.rawValue,
            .contentSecurityPolicy: Self.contentSecurityPolicy,
        ]
    }

    /// The file, packed if the client takes it so, or 304 when the client has it.
    func answer(to request: Request) -> Response { content.answer(to: request, headers: headers) }

    /// Everything from this service alone; Swagger UI sets styles on elements.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'"
}
