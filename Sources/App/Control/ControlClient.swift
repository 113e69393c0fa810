import NIOCore
import NIOPosix

/// Why the running service gave no answer.
package enum ControlError: Error, Equatable, CustomStringConvertible {
    case notReachable(path: String)
    case noAnswer

    package var description: String {
        switch self {
        case .notReachable(let path):
            "another process has the accounts open, but no service answers at \(path); "
                + "if it is just starting or stopping, try again in a moment."
        case .noAnswer:
            "the service ended the connection without an answer; see with `math user list` what was done."
        }
    }
}

/// Asks a running service to carry out an account command.
package enum ControlClient {
    /// How long the service may take to answer.
    private static let patience = TimeAmount.seconds(30)

    package static func send(
        _ command: AccountCommand, to path: String
    ) async throws(ControlError) -> AccountAnswer {
        guard let line = try await ask(command.line(), at: path), let answer = AccountAnswer(line: line) else {
            throw .noAnswer
        }
        return answer
    }

    /// Sends a line and gives the one that comes back; nil when none does.
    package static func ask(_ line: [UInt8], at path: String) async throws(ControlError) -> [UInt8]? {
        let connection: ControlSocket.Connection
        do {
            connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path, channelInitializer: ControlSocket.wrap)
        } catch {
            throw .notReachable(path: path)
        }
        let channel = connection.channel
        let deadline = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        return try? await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: line))
            return try await ControlSocket.line(from: inbound)
        }
    }
}
