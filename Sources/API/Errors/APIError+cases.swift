import HTTPTypes

/// The refusals that do not depend on an operation.
extension APIError {
    static let notFound = APIError(.notFound, code: "not_found", "Not Found")
    static let notAuthenticated = APIError(
        .unauthorized, code: "not_authenticated", "Not authenticated", headers: [.wwwAuthenticate: "Bearer"])
    static let forbidden = APIError(
        .forbidden, code: "forbidden", "This needs the role admin",
        headers: [.wwwAuthenticate: #"Bearer error="insufficient_scope""#])
    static let malformedRequest = APIError(
        .badRequest, code: "malformed_request", "This is no valid HTTP request: check the client or the proxy between")
    static let unsupportedMediaType = APIError(
        .unsupportedMediaType, code: "unsupported_media_type",
        "Send the body as JSON, with the header Content-Type: application/json")

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> APIError {
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        return APIError(
            .methodNotAllowed, code: "method_not_allowed", "Method Not Allowed", headers: [.allow: list])
    }

    static func bodyTooLarge(_ limit: Int) -> APIError {
        APIError(
            .contentTooLarge, code: "body_too_large", "The body is larger than \(limit) bytes: send less at a time")
    }

    static func addressTooLong(_ limit: Int) -> APIError {
        APIError(
            .uriTooLong, code: "uri_too_long",
            "The address is longer than \(limit) bytes: send the values in the body of a POST request instead")
    }

    static func headTooLarge(_ limit: Int) -> APIError {
        APIError(
            .requestHeaderFieldsTooLarge, code: "head_too_large",
            "Address and header fields are larger than \(limit) bytes: send long values in the body of a POST request")
    }

    /// - Parameter seconds: after how many seconds it is worth trying again.
    static func tooManyRequests(retryAfter seconds: Int) -> APIError {
        APIError(
            .tooManyRequests, code: "rate_limited", "Too many requests: try again in \(seconds) s",
            headers: [.retryAfter: "\(seconds)"])
    }

    static func overloaded(retryAfter seconds: Int = 1) -> APIError {
        APIError(
            .serviceUnavailable, code: "overloaded", "The service is busy: try again in \(seconds) s",
            headers: [.retryAfter: "\(seconds)"])
    }

    /// The machine has ended the calculation, not the calculation itself.
    static let interrupted = APIError(
        .serviceUnavailable, code: "interrupted", "The calculation was interrupted: try again",
        headers: [.retryAfter: "1"])

    /// One fault of a JSON body as a whole.
    static func invalidBody(type: String = "json_invalid", _ message: String, at offset: Int? = nil) -> APIError {
        APIError(problems: [Problem(type: type, location: ["body"], index: offset, message: message, input: nil)])
    }
}
