import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// What is served as it is, held in memory in every form in which it may be sent.
struct PackedContent: Sendable {
    /// The bytes as they are sent in one form, with the tag by which a client knows whether it has them.
    private struct Form: Sendable {
        let bytes: ByteBuffer
        let tag: String
    }

    private let plain: Form
    private let packed: [ContentCoding: Form]

    /// - Parameter packed: the same bytes, packed before.
    init(_ bytes: [UInt8], packed: [ContentCoding: [UInt8]] = [:]) {
        let digest = SHA256.hash(data: bytes).prefix(12)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        plain = Form(bytes: ByteBuffer(bytes: bytes), tag: "\"\(digest)\"")
        self.packed = Dictionary(
            uniqueKeysWithValues: packed.map { coding, bytes in
                (coding, Form(bytes: ByteBuffer(bytes: bytes), tag: "\"\(digest)-\(coding.rawValue)\""))
            })
    }

    /// Packs the bytes here and now.
    init(packing bytes: [UInt8]) {
        var packed: [ContentCoding: [UInt8]] = [:]
        for coding in ContentCoding.allCases { packed[coding] = coding.packed(bytes) }
        self.init(bytes, packed: packed)
    }

    /// The content in the smallest form that the client takes, or 304 when the client has it.
    func answer(to request: Request, headers: HTTPFields) -> Response {
        let coding = ContentCoding.best(of: packed.keys, for: request.headers[.acceptEncoding])
        let form = coding.flatMap { packed[$0] } ?? plain
        var headers = headers
        headers[.eTag] = form.tag
        if !packed.isEmpty { headers[.vary] = "Accept-Encoding" }
        if let known = request.headers[.ifNoneMatch], HeaderValue.names(form.tag, in: known) {
            return Response(status: .notModified, headers: headers)
        }
        if let coding { headers[.contentEncoding] = coding.rawValue }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: form.bytes))
    }
}
