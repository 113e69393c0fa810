import HTTPTypes

/// The refusals of what is no request that the server takes, whatever it asks for.
extension APIError {
    static let malformedRequest = APIError(
        .badRequest, code: "malformed_request", "This is no valid HTTP request: check the client or the proxy between")
    static let unsupportedVersion = APIError(
        .httpVersionNotSupported, code: "version_not_supported", "Speak HTTP/1.1")
    static let unknownMethod = APIError(
        .notImplemented, code: "method_not_implemented",
        "There is no such method here: use GET, POST, PATCH or DELETE, as /docs says")
    static let unsupportedCoding = APIError(
        .notImplemented, code: "coding_not_implemented",
        "Send the body as it is, or in chunks, without another Transfer-Encoding")

    static func bodyTooLarge(_ limit: Int) -> APIError {
        APIError(
            .contentTooLarge, code: "body_too_large", "The body is larger than \(limit) bytes: send less at a time")
    }

    static func bodyTooLargeForStrangers(_ limit: Int) -> APIError {
        APIError(
            .contentTooLarge, code: "body_too_large",
            "Without a token a body may have \(limit) bytes: send a token (Authorization: Bearer …), or less at a time")
    }

    static func addressTooLong(_ limit: Int) -> APIError {
        APIError(
            .uriTooLong, code: "uri_too_long",
            "The address is longer than \(limit) bytes: send the values in the body of a POST request instead")
    }

    static func headTooLarge(_ limit: Int) -> APIError {
        APIError(
            .requestHeaderFieldsTooLarge, code: "head_too_large",
            "The header fields are larger than \(limit) bytes or too many: send long values in the body of a POST request"
        )
    }

    /// Others' unfinished bodies have taken all the room there is for them.
    static let tooManyBodies = APIError(
        .serviceUnavailable, code: "overloaded",
        "Too many bodies are on their way: send them quicker or fewer at a time, and try again in 1 s",
        headers: [.retryAfter: "1"])

    static let answersUnreadCode = "answers_unread"

    /// Why a long answer has no room: a client's own have taken it, or those of others.
    static func noRoom(for holder: String, in answers: ByteBudget) -> APIError {
        guard answers.isHeld(by: holder) else { return .overloaded() }
        return APIError(
            .tooManyRequests, code: answersUnreadCode,
            "Answers of up to \(answers.each >> 20) MiB are on their way to you: read them to their end, then try again, "
                + "or ask for less", headers: [.retryAfter: "1"])
    }
}
