import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Request {
    /// The body as one JSON object.
    ///
    /// No body at all is an object without members, so that the answer says which of them are missing.
    /// - Throws: 415 with another content type, 422 where it is no JSON or no object.
    func jsonObject() async throws -> JSONObject {
        if mediaType == nil, try await bodyBytes().isEmpty { return JSONObject([]) }
        guard mediaType == "application/json" else { throw APIError.unsupportedMediaType }
        guard case .object(let object) = try await jsonValue() else {
            throw APIError.invalidBody(type: "object_expected", "Send one JSON object, such as {\"a\": \"1\"}")
        }
        return object
    }

    private func jsonValue() async throws -> JSONValue {
        let bytes = try await bodyBytes()
        do {
            return try JSONValue(parsing: bytes)
        } catch {
            throw APIError.invalidBody(error.message, at: error.offset)
        }
    }

    /// The body as a form.
    func formItems() async throws -> FormItems {
        FormItems(String(decoding: try await bodyBytes(), as: UTF8.self))
    }

    /// The content type without its parameters, in lower case.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";", maxSplits: 1).first?.trimmed().lowercased()
    }

    /// The server has checked the size already.
    /// - Throws: 415 for a compressed body.
    func bodyBytes() async throws -> [UInt8] {
        if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
            throw APIError(
                .unsupportedMediaType, code: "unsupported_media_type",
                "Send the body as it is, without Content-Encoding", headers: [.acceptEncoding: "identity"])
        }
        var bytes: [UInt8] = []
        for try await part in body { bytes.append(contentsOf: part.readableBytesView) }
        return bytes
    }
}

extension StringProtocol {
    /// Without the spaces and tabs around it.
    func trimmed() -> String {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
        guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[start...end])
    }
}
