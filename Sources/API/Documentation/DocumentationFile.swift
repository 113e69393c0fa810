import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the documentation, held in memory.
struct DocumentationFile: Sendable {
    let contentType: String
    let bytes: ByteBuffer
    /// The same, packed with gzip when the assets were made.
    var packed: ByteBuffer?
    private let tag: String

    init(contentType: String, bytes: [UInt8], packed: [UInt8]? = nil) {
        self.contentType = contentType
        self.bytes = ByteBuffer(bytes: bytes)
        self.packed = packed.map { ByteBuffer(bytes: $0) }
        let digest = SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 16) }.joined()
        tag = "\"\(digest)\""
    }

    /// The file, packed if the client takes it so, or 304 when the client has it.
    func answer(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: tag, .cacheControl: "no-cache", .vary: "Accept-Encoding",
            .contentSecurityPolicy: Self.contentSecurityPolicy,
        ]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        if let packed, request.headers[.acceptEncoding]?.contains("gzip") == true {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: packed))
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// Everything from this service alone; Swagger UI sets styles on elements.
    private static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'"
}
