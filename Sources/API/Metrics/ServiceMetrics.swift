import Calculator
import CoreMetrics
import Prometheus
import Synchronization

/// What is counted while requests are answered. Labels have bounded values: never a user, a raw path or an expression.
final class ServiceMetrics: Sendable {
    let registry = PrometheusRegistry(help: MetricNames.help, aliases: MetricNames.aliases)

    /// Asked of the journal when the page is made.
    let pendingAge: PrometheusGauge
    private let requests: PrometheusCounter
    private let logins: [LoginOutcome: PrometheusCounter]
    private let operations: [String: OperationMetrics]
    /// Requests that no endpoint matches are counted together: their paths are anybody's.
    let unmatched: RouteMetrics

    /// How an attempt to sign in ended.
    enum LoginOutcome: String, CaseIterable {
        case success, failure, throttled
    }

    init(version: String) {
        requests = registry.counter("app_requests_total")
        pendingAge = registry.gauge("math_events_pending_age_seconds")
        let registry = registry
        logins = Dictionary(
            uniqueKeysWithValues: LoginOutcome.allCases.map { outcome in
                (outcome, registry.counter("math_logins_total", [("outcome", outcome.rawValue)]))
            })
        operations = Dictionary(
            uniqueKeysWithValues: (Catalogue.operations.map(\.name) + ["evaluate"]).map { name in
                (name, OperationMetrics(registry: registry, operation: name))
            })
        unmatched = RouteMetrics(registry: registry, method: "any", route: "unmatched", allRequests: requests)
        registry.computed("math_build_info", type: "gauge", [("version", version)]) { 1 }
        ProcessMetrics().register(in: registry)
    }

    func loginFinished(_ outcome: LoginOutcome) {
        logins[outcome]?.increment(by: 1)
    }

    /// The numbers of one endpoint. The routes of all operations are counted as one, since a histogram for each would
    /// be thousands of series; `math_operations_total` tells the operations apart.
    func route(method: String, path: String) -> RouteMetrics {
        let isOperation = path.hasPrefix("/math/") && Catalogue.operation(named: String(path.dropFirst(6))) != nil
        return RouteMetrics(
            registry: registry, method: method, route: isOperation ? "/math/{operation}" : path, allRequests: requests)
    }

    /// Counts a calculation.
    func calculationFinished(_ operation: String, _ outcome: OperationMetrics.Outcome, nanoseconds: Int64) {
        operations[operation]?.finished(outcome, nanoseconds: nanoseconds)
    }

    /// The page for Prometheus.
    func page() -> [UInt8] { registry.page() }
}

/// The numbers of one endpoint: made once, so that counting a request is two additions.
final class RouteMetrics: Sendable {
    private let registry: PrometheusRegistry
    private let method: String
    private let route: String
    private let duration: PrometheusHistogram
    private let allRequests: PrometheusCounter
    private let success: PrometheusCounter
    private let byStatus = Mutex<[Int: PrometheusCounter]>([:])

    init(registry: PrometheusRegistry, method: String, route: String, allRequests: PrometheusCounter) {
        self.registry = registry
        self.method = method
        self.route = route
        self.allRequests = allRequests
        let labels = [("method", method), ("route", route)]
        duration = registry.histogram("math_http_request_duration_seconds", labels)
        success = registry.counter("math_http_requests_total", labels + [("status", "200")])
    }

    func record(status: Int, nanoseconds: Int64) {
        allRequests.increment(by: 1)
        duration.recordNanoseconds(nanoseconds)
        if status == 200 { success.increment(by: 1) } else { counter(of: status).increment(by: 1) }
    }

    private func counter(of status: Int) -> PrometheusCounter {
        byStatus.withLock { counters in
            if let counter = counters[status] { return counter }
            let labels = [("method", method), ("route", route), ("status", String(status))]
            let counter = registry.counter("math_http_requests_total", labels)
            counters[status] = counter
            return counter
        }
    }
}

/// The numbers of one operation.
final class OperationMetrics: Sendable {
    /// How a calculation ended.
    enum Outcome {
        case success, refused
    }

    private let duration: PrometheusHistogram
    private let success: PrometheusCounter
    private let refused: PrometheusCounter

    init(registry: PrometheusRegistry, operation: String) {
        duration = registry.histogram("math_evaluation_duration_seconds")
        success = registry.counter("math_operations_total", [("operation", operation), ("outcome", "success")])
        refused = registry.counter("math_operations_total", [("operation", operation), ("outcome", "refused")])
    }

    func finished(_ outcome: Outcome, nanoseconds: Int64) {
        duration.recordNanoseconds(nanoseconds)
        (outcome == .success ? success : refused).increment(by: 1)
    }
}
