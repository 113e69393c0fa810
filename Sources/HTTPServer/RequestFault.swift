package import HTTPTypes

/// Why a request is not taken: the status, the stable code, the text for the person who made it, and further fields.
package struct RequestFault: Error {
    package let status: HTTPResponse.Status
    package let code: String
    package let message: String
    package let headers: HTTPFields

    package init(_ status: HTTPResponse.Status, code: String, _ message: String, headers: HTTPFields = HTTPFields()) {
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
    }
}

/// The refusals of what is no request that the server takes, whatever it asks for.
extension RequestFault {
    static let malformedRequest = RequestFault(
        .badRequest, code: "malformed_request", "This is no valid HTTP request: check the client or the proxy between")
    static let unsupportedVersion = RequestFault(
        .httpVersionNotSupported, code: "version_not_supported", "Speak HTTP/1.1")
    static let unknownMethod = RequestFault(
        .notImplemented, code: "method_not_implemented",
        "There is no such method here: use GET, POST, PATCH or DELETE, as /docs says")
    static let unsupportedCoding = RequestFault(
        .notImplemented, code: "coding_not_implemented",
        "Send the body as it is, or in chunks, without another Transfer-Encoding")

    package static func bodyTooLarge(_ limit: Int) -> RequestFault {
        RequestFault(
            .contentTooLarge, code: "body_too_large", "The body is larger than \(limit) bytes: send less at a time")
    }

    static func bodyTooLargeForStrangers(_ limit: Int) -> RequestFault {
        RequestFault(
            .contentTooLarge, code: "body_too_large",
            "Without a token a body may have \(limit) bytes: send a token (Authorization: Bearer …), or less at a time")
    }

    static func addressTooLong(_ limit: Int) -> RequestFault {
        RequestFault(
            .uriTooLong, code: "uri_too_long",
            "The address is longer than \(limit) bytes: send the values in the body of a POST request instead")
    }

    static func headTooLarge(_ limit: Int) -> RequestFault {
        RequestFault(
            .requestHeaderFieldsTooLarge, code: "head_too_large",
            "The header fields are larger than \(limit) bytes or too many: send long values in the body of a POST request"
        )
    }

    /// Others' unfinished bodies have taken all the room there is for them.
    static let tooManyBodies = RequestFault(
        .serviceUnavailable, code: "overloaded",
        "Too many bodies are on their way: send them quicker or fewer at a time, and try again in 1 s",
        headers: [.retryAfter: "1"])

    /// The connection is gone, or the server stops.
    static let busy = RequestFault(
        .serviceUnavailable, code: "overloaded", "The service is busy: try again in 1 s", headers: [.retryAfter: "1"])
}
