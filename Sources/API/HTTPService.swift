public import Accounts
import HTTPServer
import HTTPTypes
import Hummingbird
public import Logging
public import NIOCore
public import ServiceLifecycle
public import Store
import Synchronization
public import Workers

/// The service as it is reached over HTTP: listens, answers, drains when it is told to stop.
public struct HTTPService: Service {
    private let server: Server
    /// Where the metrics have a port of their own.
    private let metricsServer: Server?
    private let throttled: ThrottledRequests

    /// - Parameter onListening: called once, with the bound port, when connections are accepted.
    public init(
        configuration: ServiceConfiguration, database: ServiceDatabase, eventStore: any EventReading, feed: EventFeed,
        accounts: AccountService, workers: WorkerPool, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void
    ) {
        let services = Services(
            configuration: configuration, database: database, eventStore: eventStore, feed: feed, accounts: accounts,
            workers: workers, logger: logger)
        throttled = services.throttled
        server = Server(
            host: configuration.host, port: configuration.port, limits: configuration.limits,
            connections: services.connections, responder: EndpointTable.responder(services), logger: logger,
            onListening: { port in
                await onListening(port)
                // Only now, so that connections are accepted sooner.
                workers.start()
            },
            onStopping: { services.isStopping.store(true, ordering: .relaxed) })
        metricsServer = configuration.metricsPort.map { port in
            Server(
                host: configuration.host, port: port, limits: configuration.limits,
                responder: EndpointTable.metricsResponder(services), logger: logger,
                onListening: { logger.info("metrics are served", metadata: ["metrics_port": .stringConvertible($0)]) },
                onStopping: {})
        }
    }

    /// Serves until the process is told to stop.
    public func run() async throws {
        try await withThrowingDiscardingTaskGroup { [throttled] tasks in
            tasks.addTask { await throttled.recordEveryMinute() }
            try await serve()
            tasks.cancelAll()
        }
        await throttled.record()
    }

    private func serve() async throws {
        try await withThrowingTaskGroup(of: Void.self) { [server, metricsServer] servers in
            servers.addTask { try await server.run() }
            if let metricsServer {
                servers.addTask {
                    do {
                        try await metricsServer.run()
                    } catch let error as IOError {
                        throw MetricsPortError(port: metricsServer.port, reason: error)
                    }
                }
            }
            // The first that cannot listen ends the other.
            for try await _ in servers {}
        }
    }

    /// The port of the metrics cannot be listened on.
    public struct MetricsPortError: Error {
        /// The port.
        public let port: Int
        /// What the system said.
        public let reason: IOError
    }

    /// The description of the interface (OpenAPI 3.1), as `/openapi.json` gives it.
    public static func openAPIDocument(version: String) -> [UInt8] {
        EndpointTable.document(version: version)
    }
}
