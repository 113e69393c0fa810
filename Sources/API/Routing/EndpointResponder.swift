import Accounts
import HTTPTypes
import Hummingbird
import Logging

/// Runs one endpoint: authenticates, limits, calls, turns what is thrown into the contract's answer, counts.
struct EndpointResponder: HTTPResponder {
    let handler: Endpoint.Handler
    let isLimited: Bool
    let metrics: RouteMetrics
    let services: Services

    func respond(to request: Request, context: APIContext) async -> Response {
        let response: Response
        do {
            response = try await call(request, context)
        } catch {
            response = APIError(error, context: context).response(requestID: context.requestID)
        }
        metrics.record(status: response.status.code, nanoseconds: context.nanoseconds)
        return response
    }

    private func call(_ request: Request, _ context: APIContext) async throws -> Response {
        let call = Call(request: request, context: context, services: services)
        switch handler {
        case .anyone(let handle):
            return try await handle(call)
        case .user(let handle):
            return try await handle(
                call, try await services.authenticator.principal(of: request, isLimited: isLimited))
        case .userOrGuest(let handle):
            return try await handle(call, try await services.authenticator.name(of: request, context, services))
        case .administrator(let action, let handle):
            let principal = try await services.authenticator.principal(of: request)
            guard principal.role == .admin else {
                if let action {
                    let input = eventInput(("username", try? context.pathParameter("username")))
                    try await services.record(
                        .forbidden, action, user: principal.username, input: input, context: context)
                }
                throw APIError.forbidden
            }
            return try await handle(call, principal)
        }
    }
}
