import HTTPServer
import HTTPTypes
import Hummingbird

/// One file of the web app, with its packed forms.
struct WebFile: Sendable {
    private let content: PackedContent
    private let headers: HTTPFields

    /// - Parameter packed: the same, packed when the app was built.
    init(contentType: String, caching: WebCaching, bytes: [UInt8], packed: [ContentCoding: [UInt8]] = [:]) {
        content = PackedContent(bytes, packed: packed)
        var headers = Self.securityHeaders
        headers[.contentType] = contentType
        headers[.cacheControl] = caching.rawValue
        self.headers = headers
    }

    /// The file in the smallest form that the client takes, or 304 when the client has it.
    func answer(to request: Request) -> Response { content.answer(to: request, headers: headers) }

    /// Everything from this service alone. KaTeX sets styles on elements, hence the one exception.
    private static let securityHeaders: HTTPFields = [
        .contentSecurityPolicy: "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        HTTPField.Name(validated: "Referrer-Policy"): "no-referrer",
        HTTPField.Name(validated: "Cross-Origin-Opener-Policy"): "same-origin",
        HTTPField.Name(validated: "Cross-Origin-Resource-Policy"): "same-origin",
        HTTPField.Name(validated: "Permissions-Policy"): "camera=(), geolocation=(), microphone=()",
    ]
}

/// How long a browser may keep a file.
enum WebCaching: String, Sendable {
    /// Its name changes with its content.
    case forever = "public, max-age=31536000, immutable"
    /// It is asked for again each time, and sent only when it has changed.
    case revalidated = "no-cache"
    /// The page, which names all others.
    case never = "no-store"
}
