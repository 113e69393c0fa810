import HTTPServer
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    /// An answer in JSON, built in place.
    static func json(
        status: HTTPResponse.Status = .ok, capacity: Int = 256, _ build: (inout JSONWriter) -> Void
    ) -> Response {
        var json = JSONWriter(capacity: capacity)
        build(&json)
        return .bytes(json.bytes, contentType: "application/json", status: status)
    }

    /// `{"message": …}`
    static func message(_ text: String) -> Response {
        .json { json in
            json.beginObject()
            json.key("message")
            json.string(text)
            json.endObject()
        }
    }

    /// An answer that is at hand as a whole.
    static func bytes(_ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Services {
    /// Bytes of an answer that are put together and sent in less than a millisecond.
    static let quickAnswerBytes = 64 << 10

    /// Does the rest of a request whose answer has about so many bytes: a long one where no socket waits for it, and with
    /// a share of the room for such answers until it has been read.
    /// - Parameter holder: who reads it.
    /// - Throws: 429 when answers that this reader has not read have taken all of the room, 503 when others' have.
    func answering(
        _ bytes: Int, for holder: String, _ work: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        if bytes <= Self.quickAnswerBytes { return try await work() }
        guard let share = answers.share(of: holder, bytes: bytes) else {
            throw APIError.noRoom(for: holder, in: answers)
        }
        var response = try await offEventLoop(work)
        let body = response.body
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            defer { withExtendedLifetime(share) {} }
            try await body.write(writer)
        }
        return response
    }
}
