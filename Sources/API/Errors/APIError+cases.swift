import HTTPServer
import HTTPTypes

/// The refusals that do not depend on an operation.
extension APIError {
    static let notFound = APIError(.notFound, code: "not_found", "Not Found")
    static let notAuthenticated = APIError(
        .unauthorized, code: "not_authenticated", "Not authenticated", headers: [.wwwAuthenticate: "Bearer"])
    static let forbidden = APIError(
        .forbidden, code: "forbidden", "This needs the role admin",
        headers: [.wwwAuthenticate: #"Bearer error="insufficient_scope""#])
    static let registrationClosed = APIError(
        .forbidden, code: "registration_closed", "Registration is closed: ask an administrator for an account")
    static let unsupportedMediaType = APIError(
        .unsupportedMediaType, code: "unsupported_media_type",
        "Send the body as JSON, with the header Content-Type: application/json")

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> APIError {
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        return APIError(
            .methodNotAllowed, code: "method_not_allowed", "Method Not Allowed", headers: [.allow: list])
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
