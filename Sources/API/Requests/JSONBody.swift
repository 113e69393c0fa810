import HTTPServer
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Text

extension Request {
    /// The body as one JSON object.
    ///
    /// No body at all is an object without members, so that the answer says which of them are missing.
    /// - Throws: 413 over the limit, 415 with another content type, 422 where it is no JSON or no object.
    func jsonObject(limit: Int = .max) async throws -> JSONObject {
        let mediaType = mediaType
        if mediaType == nil, try await bodyBytes(limit: limit).isEmpty { return JSONObject([]) }
        guard mediaType == "application/json" else { throw APIError.unsupportedMediaType }
        guard case .object(let object) = try await jsonValue(limit: limit) else {
            throw APIError.invalidBody(type: "object_expected", "Send one JSON object, such as {\"a\": \"1\"}")
        }
        return object
    }

    private func jsonValue(limit: Int) async throws -> JSONValue {
        let bytes = try await bodyBytes(limit: limit)
        do {
            return try JSONValue(body: bytes)
        } catch {
            throw APIError.invalidBody(error.message, at: error.offset)
        }
    }

    /// The body as a form.
    func formItems(limit: Int) async throws -> FormItems {
        FormItems(String(decoding: try await bodyBytes(limit: limit), as: UTF8.self))
    }

    /// The content type without its parameters, in lower case.
    var mediaType: String? {
        headers[.contentType].map { HeaderValue.item(of: $0.utf8.prefix { $0 != UInt8(ascii: ";") }) }
    }

    /// - Parameter limit: what is asked for here, where that is less than the server lets in.
    /// - Throws: 413 over the limit, 415 for a compressed body.
    func bodyBytes(limit: Int = .max) async throws -> [UInt8] {
        if let coding = headers[.contentEncoding], !coding.isCaselessly("identity") {
            throw APIError(
                .unsupportedMediaType, code: "unsupported_media_type",
                "Send the body as it is, without Content-Encoding", headers: [.acceptEncoding: "identity"])
        }
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else { throw RequestFault.bodyTooLarge(limit) }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}

extension JSONValue {
    /// The body of a request. None that the service understands has as many members.
    init(body bytes: [UInt8]) throws(JSONSyntaxError) {
        try self.init(parsing: bytes, maximumMembers: 1000)
    }
}
