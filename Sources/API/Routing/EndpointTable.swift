import HTTPTypes
import Hummingbird

/// Every endpoint of the service. The router, the document and the metrics are made from this one list.
struct EndpointTable: Sendable {
    let services: Services
    let endpoints: [Endpoint]
    /// `openapi.json`: everything but the pages of the documentation itself.
    let document: [UInt8]

    init(_ services: Services) {
        self.services = services
        let own =
            AccountEndpoints(services: services).endpoints + UserEndpoints(services: services).endpoints
            + OperationEndpoints(services: services).endpoints + HistoryEndpoints(services: services).endpoints
            + EventEndpoints(services: services).endpoints + HealthEndpoints(services: services).endpoints
        document = OpenAPIDocument(
            version: services.configuration.version, endpoints: own.map(\.description)
        ).bytes
        endpoints = own + DocumentationEndpoints(services: services, document: document).endpoints
    }

    /// The router with all endpoints.
    func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        for endpoint in endpoints {
            router.on(
                RouterPath(stringLiteral: endpoint.path), method: endpoint.method,
                responder: EndpointResponder(
                    handler: endpoint.handler,
                    metrics: services.metrics.route(method: endpoint.method.rawValue, path: endpoint.path),
                    authenticator: services.authenticator))
        }
        router.add(middleware: UnmatchedRequest(endpoints: endpoints, metrics: unmatched))
        if let webRoot = services.configuration.webRoot {
            router.add(middleware: FileMiddleware(webRoot, searchForIndexHtml: true))
        }
        return router
    }

    /// What answers requests.
    func responder() -> ServiceResponder {
        ServiceResponder(
            router: router().buildResponder(),
            crossOrigin: CrossOriginPolicy(origins: Set(services.configuration.corsOrigins)),
            unmatched: unmatched, logger: services.logger)
    }

    /// Requests that no endpoint matches are counted together: their paths are anybody's.
    private var unmatched: RouteMetrics { services.metrics.route(method: "any", path: "unmatched") }
}
