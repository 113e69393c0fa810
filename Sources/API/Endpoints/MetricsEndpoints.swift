import Accounts
import HTTPTypes
import Hummingbird

/// The service's numbers: for Prometheus, and for administrators who look at them.
enum MetricsEndpoints {
    /// What Prometheus reads; on a port of its own where there is one.
    static let scraped: [Endpoint] = [.anyone(.metrics, scrape), .anyone(.legacyMetrics, scrape)]

    /// What the web app reads, wherever Prometheus does.
    static var endpoints: [Endpoint] {
        var numbers = Endpoint.administrator(.serviceMetrics) { call, _ in await page(call) }
        // The page asks again and again while somebody looks at it.
        numbers.isLimited = false
        return [numbers]
    }

    /// To the router `/metrics/` and `//metrics` are the same, and to the pattern by which a proxy keeps the page from
    /// strangers they may be not: the page has one spelling.
    private static func scrape(_ call: Call) async throws -> Response {
        let path = call.request.uri.path
        guard scraped.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) else { throw APIError.notFound }
        if let secret = call.services.configuration.metricsToken {
            let token = Authenticator.token(of: call.request)
            guard !token.isEmpty else { throw APIError.notAuthenticated }
            guard secret.matches(token) else { throw AccountError.tokenInvalid }
        }
        return await page(call)
    }

    private static func page(_ call: Call) async -> Response {
        .bytes(await call.services.metricsPage(), contentType: "text/plain; version=0.0.4; charset=utf-8")
    }
}
