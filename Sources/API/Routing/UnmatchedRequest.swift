import HTTPTypes
import Hummingbird

/// What answers a request that no endpoint matches: 405 with `Allow` where the path has other methods, else a file of
/// the web app, else 404.
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
        let allowed = methods(of: request.uri.path)
        var response: Response
        if allowed.isEmpty {
            response =
                try await file(request, context, next) ?? APIError.notFound.response(requestID: context.requestID)
        } else {
            response = APIError.methodNotAllowed(Array(allowed)).response(requestID: context.requestID)
        }
        metrics.record(status: response.status.code, nanoseconds: context.nanoseconds)
        return response
    }

    /// A file of the web app, where there is one and somebody wants to look at it.
    private func file(
        _ request: Request, _ context: APIContext, _ next: (Request, APIContext) async throws -> Response
    ) async throws -> Response? {
        guard request.method == .get || request.method == .head else {
            return try await methodNotAllowed(request, context, next)
        }
        do {
            return try await next(request, context)
        } catch is HTTPError {
            // Not there, or a path that leads out of the folder.
            return nil
        }
    }

    /// Where a file is, nothing but reading is allowed.
    private func methodNotAllowed(
        _ request: Request, _ context: APIContext, _ next: (Request, APIContext) async throws -> Response
    ) async throws -> Response? {
        var head = request.head
        head.method = .get
        // A page of the app is no file of its name: it is there for whoever asks for a page.
        head.headerFields[.accept] = nil
        let reading = Request(head: head, body: request.body)
        guard try await file(reading, context, next) != nil else { return nil }
        return APIError.methodNotAllowed([.get, .head]).response(requestID: context.requestID)
    }

    private func methods(of path: String) -> Set<HTTPRequest.Method> {
        let segments = path.split(separator: "/")
        var allowed: Set<HTTPRequest.Method> = []
        for path in paths where path.segments.count == segments.count {
            let matches = zip(path.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            if matches { allowed.formUnion(path.methods) }
        }
        return allowed
    }
}
