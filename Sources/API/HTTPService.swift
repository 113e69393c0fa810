public import Accounts
import HTTPTypes
import Hummingbird
public import Logging
public import ServiceLifecycle
public import Store
import Synchronization

/// The service as it is reached over HTTP: listens, answers, drains when it is told to stop.
public struct HTTPService: Service {
    private let server: HTTPServer

    /// - Parameter onListening: called once, with the bound port, when connections are accepted.
    public init(
        configuration: ServiceConfiguration, database: ServiceDatabase, eventStore: any EventReading, feed: EventFeed,
        accounts: AccountService, workers: WorkerPool, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void
    ) {
        let services = Services(
            configuration: configuration, database: database, eventStore: eventStore, feed: feed, accounts: accounts,
            workers: workers, logger: logger)
        server = HTTPServer(
            host: configuration.host, port: configuration.port, limits: configuration.limits,
            responder: EndpointTable.responder(services), logger: logger,
            onListening: { port in
                await onListening(port)
                // Only now, so that connections are accepted sooner.
                workers.start()
            },
            onStopping: { services.isStopping.store(true, ordering: .relaxed) })
    }

    /// Serves until the process is told to stop.
    public func run() async throws {
        try await server.run()
    }

    /// The description of the interface (OpenAPI 3.1), as `/openapi.json` gives it.
    public static func openAPIDocument(version: String) -> [UInt8] {
        EndpointTable.document(version: version)
    }
}
