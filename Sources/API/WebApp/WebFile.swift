import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// One file of the web app, with its packed forms.
struct WebFile: Sendable {
    private struct Form: Sendable {
        let bytes: ByteBuffer
        let tag: String
    }

    private let contentType: String
    private let caching: WebCaching
    private let plain: Form
    private let packed: [ContentCoding: Form]

    /// - Parameter packed: the same, packed when the app was built.
    init(contentType: String, caching: WebCaching, bytes: [UInt8], packed: [ContentCoding: [UInt8]] = [:]) {
        self.contentType = contentType
        self.caching = caching
        let digest = SHA256.hash(data: bytes).prefix(12)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        plain = Form(bytes: ByteBuffer(bytes: bytes), tag: "\"\(digest)\"")
        var forms: [ContentCoding: Form] = [:]
        for (coding, bytes) in packed {
            forms[coding] = Form(bytes: ByteBuffer(bytes: bytes), tag: "\"\(digest)-\(coding.rawValue)\"")
        }
        self.packed = forms
    }

    /// The file in the smallest form that the client takes, or 304 when the client has it.
    func answer(to request: Request) -> Response {
        let coding = ContentCoding.best(of: packed.keys, for: request.headers[.acceptEncoding])
        let form = coding.flatMap { packed[$0] } ?? plain
        var headers = Self.securityHeaders
        headers[.contentType] = contentType
        headers[.cacheControl] = caching.rawValue
        headers[.eTag] = form.tag
        if !packed.isEmpty { headers[.vary] = "Accept-Encoding" }
        if let known = request.headers[.ifNoneMatch], Self.names(known, form.tag) {
            return Response(status: .notModified, headers: headers)
        }
        if let coding { headers[.contentEncoding] = coding.rawValue }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: form.bytes))
    }

    /// Whether the value of `If-None-Match` names this tag (RFC 9110, section 13.1.2: the comparison is weak).
    private static func names(_ known: String, _ tag: String) -> Bool {
        known.split(separator: ",").contains { item in
            let item = item.trimmed()
            return item == tag || item == "W/\(tag)" || item == "*"
        }
    }

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
