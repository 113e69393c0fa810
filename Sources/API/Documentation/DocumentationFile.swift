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
<<<<<<< HEAD
    func answer(to request: Request) -> Response { content.answer(to: request, headers: headers) }
=======
    func answer(to request: Request) -> Response {
        let packed = Self.takesGzip(request.headers[.acceptEncoding] ?? "") ? packed : nil
        let chosen = packed ?? plain
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: chosen.tag, .cacheControl: "no-cache", .vary: "Accept-Encoding",
            .contentSecurityPolicy: Self.contentSecurityPolicy,
        ]
        if let known = request.headers[.ifNoneMatch], HeaderValue.names(chosen.tag, in: known) {
            return Response(status: .notModified, headers: headers)
        }
        if packed != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: chosen.bytes))
    }

    /// Whether a list such as `br;q=1.0, gzip;q=0.8` has gzip in it, with a weight that is not 0.
    private static func takesGzip(_ encodings: String) -> Bool {
        HeaderValue.weighted(encodings).contains { $0.name == "gzip" && $0.weight > 0 }
    }
>>>>>>> bbe4c03 (Take text from outside by its bytes, and bound it before anything is made of it)

    /// Everything from this service alone; Swagger UI sets styles on elements.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'"
}
