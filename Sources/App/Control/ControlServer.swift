import Glibc
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Answers on a control socket for as long as a service runs: account commands, or how the consumer is.
///
/// The socket is 0600 in a directory that is 0700, so whoever can speak to it could also open the database.
package struct ControlServer: Service {
    private let path: String
    private let logger: Logger
    private let respond: @Sendable ([UInt8]) async -> [UInt8]

    /// How long a connection may take to send its line.
    private static let patience = TimeAmount.seconds(5)

    package init(path: String, logger: Logger, perform: @escaping @Sendable (AccountCommand) async -> AccountAnswer) {
        self.init(
            path: path, logger: logger,
            respond: { line in
                guard let command = AccountCommand(line: line) else {
                    return AccountAnswer(succeeded: false, text: "the running service does not know this command.")
                        .line()
                }
                return await perform(command).line()
            })
    }

    /// - Parameter respond: gives the line, with its end, that answers a line.
    package init(path: String, logger: Logger, respond: @escaping @Sendable ([UInt8]) async -> [UInt8]) {
        self.path = path
        self.logger = logger
        self.respond = respond
    }

    package func run() async throws {
        let server = try await listen()
        defer { unlink(path) }
        logger.debug("control socket open", metadata: ["path": .string(path)])
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { group in
                try await server.executeThenClose { connections in
                    for try await connection in connections {
                        group.addTask { await serve(connection) }
                    }
                }
            }
        } onGracefulShutdown: {
            server.channel.close(promise: nil)
        }
    }

    private func listen() async throws(ControlSocket.Unusable) -> NIOAsyncChannel<ControlSocket.Connection, Never> {
        do {
            // A socket left by a killed process can go: whoever gets here holds the database's lock.
            let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(
                    unixDomainSocketPath: path, cleanupExistingSocketFile: true,
                    childChannelInitializer: ControlSocket.wrap)
            chmod(path, S_IRUSR | S_IWUSR)
            return server
        } catch {
            throw ControlSocket.Unusable(path: path, reason: "\(error)")
        }
    }

    private func serve(_ connection: ControlSocket.Connection) async {
        let channel = connection.channel
        let deadline = channel.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        do {
            try await connection.executeThenClose { inbound, outbound in
                guard let line = try await ControlSocket.line(from: inbound) else { return }
                deadline.cancel()
                try await outbound.write(ByteBuffer(bytes: await respond(line)))
            }
        } catch {
            logger.debug("control connection failed", metadata: ["error": "\(error)"])
        }
    }
}
