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
        var context = context
        func call(of principal: Principal?) -> Call {
            context.user = principal?.username
            return Call(request: request, context: context, services: services)
        }
        switch handler {
        case .anyone(let handle):
            return try await handle(call(of: nil))
        case .user(let handle):
            let principal = try await services.authenticator.principal(of: request, context, isLimited: isLimited)
            return try await handle(call(of: principal), principal)
        case .userOrGuest(let handle):
            let principal = try await services.authenticator.principalOrGuest(of: request, context)
            return try await handle(call(of: principal), principal?.username ?? Services.nobody)
        case .administrator(let action, let handle):
            let principal = try await services.authenticator.principal(of: request, context, isLimited: isLimited)
            let call = call(of: principal)
            guard principal.role == .admin else {
                if let action {
                    let input = eventInput(("username", try? context.pathParameter("username")))
                    try await services.record(
                        .forbidden, action, user: principal.username, input: input, context: call.context)
                }
                throw APIError.forbidden
            }
            return try await handle(call, principal)
        }
    }
}
