import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the documentation, held in memory.
struct DocumentationFile: Sendable {
    /// The bytes as they are sent in one encoding, with the tag by which a client knows whether it has them.
    private struct Representation {
        let bytes: ByteBuffer
        let tag: String
    }

    private let contentType: String
    private let plain: Representation
    private let packed: Representation?

    /// - Parameter packed: the same, packed with gzip when the assets were made.
    init(contentType: String, bytes: [UInt8], packed: [UInt8]? = nil) {
        self.contentType = contentType
        let digest = SHA256.hash(data: bytes).prefix(12)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        plain = Representation(bytes: ByteBuffer(bytes: bytes), tag: "\"\(digest)\"")
        self.packed = packed.map { Representation(bytes: ByteBuffer(bytes: $0), tag: "\"\(digest)-gzip\"") }
    }

    /// The file, packed if the client takes it so, or 304 when the client has it.
    func answer(to request: Request) -> Response {
        let packed = Self.takesGzip(request.headers[.acceptEncoding] ?? "") ? packed : nil
        let chosen = packed ?? plain
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: chosen.tag, .cacheControl: "no-cache", .vary: "Accept-Encoding",
            .contentSecurityPolicy: Self.contentSecurityPolicy,
        ]
        if let known = request.headers[.ifNoneMatch], Self.names(known, chosen.tag) {
            return Response(status: .notModified, headers: headers)
        }
        if packed != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: chosen.bytes))
    }

    /// Whether a list such as `br;q=1.0, gzip;q=0.8` has gzip in it, with a weight that is not 0.
    private static func takesGzip(_ encodings: String) -> Bool {
        encodings.lowercased().split(separator: ",").contains { encoding in
            let parts = encoding.split(separator: ";").map { $0.trimmed() }
            guard parts.first == "gzip" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        }
    }

    /// Whether the value of `If-None-Match` names this tag (RFC 9110, section 13.1.2: the comparison is weak).
    private static func names(_ known: String, _ tag: String) -> Bool {
        known.split(separator: ",").contains { item in
            let item = item.trimmed()
            return item == tag || item == "W/\(tag)" || item == "*"
        }
    }

    /// Everything from this service alone; Swagger UI sets styles on elements.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'"
}
