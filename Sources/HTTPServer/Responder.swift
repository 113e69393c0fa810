package import HTTPTypes
package import HummingbirdCore

/// Answers the requests that the server reads.
package protocol Responder: Sendable {
    /// Answers a request; what goes wrong is an answer too.
    func respond(to request: Request, from remoteAddress: String) async -> Response
    /// The answer to what is no complete request.
    /// - Parameter request: as much of it as is known.
    func refuse(_ request: Request?, _ fault: RequestFault) -> Response

    /// Who sends a request's body, where that can be said at once from its head.
    func knownSender(of request: HTTPRequest) -> Sender?
    /// Who sends a request's body.
    func sender(of request: HTTPRequest) async -> Sender
    /// Whether the endpoint's bodies are short, whoever sends them.
    func takesShortBody(_ request: HTTPRequest) -> Bool
    /// What strangers of one address are counted together by.
    func network(of remoteAddress: String) -> String
}

/// Who sends a body, as far as that decides how long it may be.
package enum Sender: Sendable {
    case stranger
    /// Somebody whose token is good.
    case user(String)
    /// Somebody whose token is not.
    case refused(RequestFault)
}
