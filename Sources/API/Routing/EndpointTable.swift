import HTTPTypes
import Hummingbird
import Logging

/// Every endpoint of the service. The router, the document and the metrics are made from this one list.
enum EndpointTable {
    /// The interface; the pages of the documentation come on top.
    static let endpoints =
        AccountEndpoints.endpoints + UserEndpoints.endpoints + OperationEndpoints.endpoints + V4Endpoints.endpoints
        + HistoryEndpoints.endpoints + EventEndpoints.endpoints + HealthEndpoints.endpoints
        + MetricsEndpoints.scraped + MetricsEndpoints.endpoints + ServiceEndpoints.endpoints

    /// `openapi.json`
    static func document(version: String) -> [UInt8] {
        OpenAPIDocument(version: version, endpoints: endpoints.map(\.description)).bytes
    }

    /// Every endpoint that a service with this configuration has on its port.
    static func endpoints(_ configuration: ServiceConfiguration) -> [Endpoint] {
        let pages = DocumentationEndpoints(
            configuration: configuration, document: document(version: configuration.versionNumber))
        let elsewhere = configuration.metricsPort == nil ? [] : MetricsEndpoints.scraped.map(\.path)
        return withHeads((endpoints + pages.endpoints).filter { !elsewhere.contains($0.path) })
    }

    private static func withHeads(_ endpoints: [Endpoint]) -> [Endpoint] {
        endpoints + endpoints.compactMap(\.forHeadersOnly)
    }

    /// The router with all endpoints of the service's port.
    static func router(_ services: Services) -> Router<APIContext> {
        let here = endpoints(services.configuration)
        let router = router(services, of: here)
        // What is on another port is no page of the app either.
        addWebApp(to: router, services, interfacePaths: (here + MetricsEndpoints.scraped).map(\.path))
        return router
    }

    private static func router(_ services: Services, of endpoints: [Endpoint]) -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        for endpoint in endpoints {
            router.on(
                RouterPath(stringLiteral: endpoint.path), method: endpoint.method,
                responder: EndpointResponder(
                    handler: endpoint.handler, isLimited: endpoint.isLimited,
                    metrics: services.metrics.route(method: endpoint.method.rawValue, path: endpoint.path),
                    services: services))
        }
        router.add(middleware: UnmatchedRequest(endpoints: endpoints, metrics: services.metrics.unmatched))
        return router
    }

    /// A web app that cannot be read is no reason to refuse service to programs.
    private static func addWebApp(to router: Router<APIContext>, _ services: Services, interfacePaths: [String]) {
        guard let folder = services.configuration.webRoot else { return }
        do {
            router.add(middleware: WebAppMiddleware(app: try WebApp(folder: folder, interfacePaths: interfacePaths)))
        } catch {
            services.logger.error("the web app is not served", metadata: ["reason": "\(error)"])
        }
    }

    /// What answers requests.
    static func responder(_ services: Services) -> ServiceResponder {
        responder(services, router(services))
    }

    /// What answers requests on the port of the metrics.
    static func metricsResponder(_ services: Services) -> ServiceResponder {
        responder(services, router(services, of: withHeads(MetricsEndpoints.scraped)))
    }

    private static func responder(_ services: Services, _ router: Router<APIContext>) -> ServiceResponder {
        ServiceResponder(
            router: router.buildResponder(),
            crossOrigin: CrossOriginPolicy(origins: services.configuration.corsOrigins),
            clientAddress: ClientAddress(trustedProxies: services.configuration.trustedProxies),
            unmatched: services.metrics.unmatched,
            senders: SenderGate(
                authenticator: services.authenticator,
                shortPaths: Set(endpoints.filter(\.hasShortBody).map(\.path))),
            accessLog: AccessLog(
                logger: services.logger, accounts: services.accounts, every: services.configuration.accessLogEvery))
    }
}
