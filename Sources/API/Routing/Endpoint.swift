import Accounts
import HTTPTypes
import Hummingbird

/// One method on one path, declared once: the router, the document and the metrics are made from the table of these.
struct Endpoint: Sendable {
    let description: EndpointDescription
    let handler: Handler
    /// Whether it counts, and is refused, where requests of a user are limited.
    var isLimited = true
    /// Whether its body is short, whoever sends it.
    var hasShortBody = false

    /// One request, with what the service has to answer it. A class, since it passes through many hands.
    final class Call: Sendable {
        let request: Request
        let context: APIContext
        let services: Services

        init(request: Request, context: APIContext, services: Services) {
            self.request = request
            self.context = context
            self.services = services
        }
    }

    /// What an endpoint does, and who may ask for it: a handler for signed-in users cannot be declared without being
    /// given the user.
    enum Handler: Sendable {
        case anyone(@Sendable (Call) async throws -> Response)
        case user(@Sendable (Call, Principal) async throws -> Response)
        /// A signed-in user, or where the settings allow it anyone; given the name that the event is to bear.
        case userOrGuest(@Sendable (Call, String) async throws -> Response)
        /// An administrator; where it changes something, with the name of the event that a refusal of others becomes.
        case administrator(action: String?, @Sendable (Call, Principal) async throws -> Response)
    }

    var method: HTTPRequest.Method { description.method }
    var path: String { description.path }

    /// An endpoint that anyone may call.
    static func anyone(
        _ description: EndpointDescription, _ handle: @escaping @Sendable (Call) async throws -> Response
    ) -> Endpoint {
        Endpoint(description: description.secured(.none), handler: .anyone(handle), hasShortBody: true)
    }

    /// An endpoint that needs a bearer token.
    static func user(
        _ description: EndpointDescription,
        _ handle: @escaping @Sendable (Call, Principal) async throws -> Response
    ) -> Endpoint {
        Endpoint(description: description.secured(.user), handler: .user(handle))
    }

    /// An endpoint that needs a bearer token unless the settings let guests in.
    static func userOrGuest(
        _ description: EndpointDescription, _ handle: @escaping @Sendable (Call, String) async throws -> Response
    ) -> Endpoint {
        Endpoint(description: description.secured(.user), handler: .userOrGuest(handle))
    }

    /// An endpoint that needs the token of an administrator.
    static func administrator(
        _ description: EndpointDescription, recording action: String? = nil,
        _ handle: @escaping @Sendable (Call, Principal) async throws -> Response
    ) -> Endpoint {
        Endpoint(description: description.secured(.admin), handler: .administrator(action: action, handle))
    }
}

extension Endpoint {
    /// The same for `HEAD`, which proxies and monitors ask of pages; a calculation has none, since it would be one.
    var forHeadersOnly: Endpoint? {
        guard method == .get, case .anyone(let handle) = handler else { return nil }
        var description = description
        description.method = .head
        return Endpoint(
            description: description, handler: .anyone { call in try await handle(call).createHeadResponse() })
    }
}

/// One request, as endpoints see it.
typealias Call = Endpoint.Call
