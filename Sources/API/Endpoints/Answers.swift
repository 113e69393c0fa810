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
