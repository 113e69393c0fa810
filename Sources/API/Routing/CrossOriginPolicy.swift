import HTTPTypes
import Hummingbird
import Text

/// Which pages of other origins may call the service (CORS, WHATWG Fetch).
struct CrossOriginPolicy: Sendable {
    let origins: [String]

    /// The answer to a preflight request, `nil` for any other. A page of an origin that is not allowed gets an answer
    /// without the header that would allow it, which is how browsers are told no.
    func preflight(_ request: Request) -> Response? {
        guard request.method == .options, request.headers[.origin] != nil,
            request.headers[.accessControlRequestMethod] != nil
        else { return nil }
        var headers = HTTPFields()
        headers[.accessControlAllowMethods] = "GET, POST, PATCH, DELETE, OPTIONS"
        headers[.accessControlAllowHeaders] = "Authorization, Content-Type, Last-Event-ID, X-Request-ID"
        headers[.accessControlMaxAge] = "600"
        return Response(status: .noContent, headers: headers)
    }

    /// Allows the page to read the answer when its origin is one of ours, or when any page may.
    func allow(_ request: Request, on response: inout Response) {
        guard let origin = request.headers[.origin] else { return }
        if V4Endpoints.covers(request.uri.path) {
            response.headers[.accessControlAllowOrigin] = "*"
            return
        }
        response.headers[values: .vary].append("Origin")
        guard origins.contains(where: origin.isExactly) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlAllowCredentials] = "true"
        response.headers[.accessControlExposeHeaders] =
            "X-Request-ID, Retry-After, Content-Disposition, X-Events-Behind, Link"
    }
}
