import HTTPTypes
import Hummingbird

/// What answers a request that no endpoint matches: 405 with `Allow` where the path has other methods, else 404.
/// Added to the router after all routes, so that it stands before its own "not found" alone.
struct UnmatchedRequest: RouterMiddleware {
    typealias Context = APIContext

    private let paths: [(segments: [Substring], methods: Set<HTTPRequest.Method>)]
    private let metrics: RouteMetrics

    init(endpoints: [Endpoint], metrics: RouteMetrics) {
        paths = Dictionary(grouping: endpoints, by: \.path).map { path, endpoints in
            (path.split(separator: "/"), Set(endpoints.map(\.method)))
        }
        self.metrics = metrics
    }

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let error = refusal(of: request)
        metrics.record(status: error.status.code, seconds: context.seconds)
        return error.response(requestID: context.requestID)
    }

    private func refusal(of request: Request) -> APIError {
        let segments = request.uri.path.split(separator: "/")
        var allowed: Set<HTTPRequest.Method> = []
        for path in paths where path.segments.count == segments.count {
            let matches = zip(path.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            if matches { allowed.formUnion(path.methods) }
        }
        return allowed.isEmpty ? .notFound : .methodNotAllowed(Array(allowed))
    }
}
