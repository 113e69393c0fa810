import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Listens on a TCP port and serves HTTP/1.1 until the process is told to stop; then finishes what runs.
struct HTTPServer: Service {
    let host: String
    let port: Int
    let limits: ServerLimits
    var connections = OpenConnections()
    let responder: ServiceResponder
    let logger: Logger
    /// Called once, with the port that is bound, when connections are accepted.
    let onListening: @Sendable (Int) async -> Void
    /// Called once, when the server is told to stop.
    let onStopping: @Sendable () -> Void

    func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let executors = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), EventLoopExecutor($0)) })
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
            .childChannelInitializer { [limits, connections, responder] channel in
                channel.eventLoop.makeCompletedFuture {
                    connections.add(channel)
                    let executor =
                        executors[ObjectIdentifier(channel.eventLoop)] ?? EventLoopExecutor(channel.eventLoop)
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(service: responder, limits: limits, executor: executor))
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
