import HTTPTypes
import Hummingbird

/// Answers what no endpoint does with the web app.
struct WebAppMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let app: WebApp

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard let response = app.answer(to: request) else { return try await next(request, context) }
        return request.method == .head ? response.createHeadResponse() : response
    }
}
