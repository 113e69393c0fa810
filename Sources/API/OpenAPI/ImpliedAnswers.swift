/// Refusals that follow from what kind of endpoint it is.
extension EndpointDescription.Answer {
    static let badRequest = error(400, "This is no valid HTTP request", name: "BadRequest")
    static let notAuthenticated = error(
        401, "No bearer token, or one that is not valid any more", headers: ["WWW-Authenticate"],
        name: "NotAuthenticated")
    static let notAllowed = error(403, "This needs the role admin", name: "NotAllowed")
    static let bodyTooLarge = error(413, "The body is too large", name: "BodyTooLarge")
    static let addressTooLong = error(414, "The address is too long", name: "AddressTooLong")
    static let unsupportedContentType = error(
        415, "The body has another content type", name: "UnsupportedContentType")
    static let tooManyRequests = error(429, "Too many requests", headers: ["Retry-After"], name: "TooManyRequests")
    static let headTooLarge = error(431, "The head of the request is too large", name: "HeadTooLarge")
    static let unavailable = error(
        503, "Too busy, or the journal cannot be written: nothing was done", headers: ["Retry-After"],
        name: "Unavailable")
    static let diskFull = error(
        507, "The service's disk is full: nothing was done", headers: ["Retry-After"], name: "DiskFull")
}
