import HummingbirdCore
package import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Listens on a TCP port and serves HTTP/1.1 until the process is told to stop; then finishes what runs.
package struct Server: Service {
    private let host: String
    /// The port that was asked for.
    package let port: Int
    private let limits: ServerLimits
    private let connections: OpenConnections
    private let responder: any Responder
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let onStopping: @Sendable () -> Void

    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - connections: counts those that are open.
    ///   - onListening: called once, with the port that is bound, when connections are accepted.
    ///   - onStopping: called once, when the server is told to stop.
    package init(
        host: String, port: Int, limits: ServerLimits, connections: OpenConnections = OpenConnections(),
        responder: any Responder, logger: Logger, onListening: @escaping @Sendable (Int) async -> Void,
        onStopping: @escaping @Sendable () -> Void
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.connections = connections
        self.responder = responder
        self.logger = logger
        self.onListening = onListening
        self.onStopping = onStopping
    }

    /// Serves until the process is told to stop.
    ///
    /// - Throws: what the system says against listening.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let executors = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), EventLoopExecutor($0)) })
        let rooms = BodyRooms()
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        quiescing.makeServerChannelHandler(channel: channel),
                        // Should somebody else take the last descriptors, trying on would only use up a processor.
                        AcceptBackoffHandler(shouldForwardIOErrorCaught: false),
                        AvailableConnectionsChannelHandler(delegate: DescriptorReserve()),
                    ])
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { [limits, connections, rooms, responder] channel in
                channel.eventLoop.makeCompletedFuture {
                    connections.add(channel)
                    let executor =
                        executors[ObjectIdentifier(channel.eventLoop)] ?? EventLoopExecutor(channel.eventLoop)
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(responder: responder, limits: limits, rooms: rooms, executor: executor))
                }
            }
            .bind(host: host, port: port).get()
        await onListening(server.localAddress?.port ?? port)
        try await gracefulShutdown()
        onStopping()
        try await Task.sleep(for: limits.shutdownDelay)
        await drain(quiescing, on: group.next())
    }

    /// Stops accepting, then waits for the connections to end, at most as long as the limit says.
    private func drain(_ quiescing: ServerQuiescingHelper, on eventLoop: any EventLoop) async {
        let drained = eventLoop.makePromise(of: Void.self)
        let waited = eventLoop.makePromise(of: Bool.self)
        drained.futureResult.whenComplete { _ in waited.succeed(true) }
        quiescing.initiateShutdown(promise: drained)
        let timeout = eventLoop.scheduleTask(in: TimeAmount(limits.drainTimeout)) { waited.succeed(false) }
        let finished = (try? await waited.futureResult.get()) ?? false
        timeout.cancel()
        if !finished {
            logger.warning("requests still running were cut off", metadata: ["after": "\(limits.drainTimeout)"])
        }
    }
}
