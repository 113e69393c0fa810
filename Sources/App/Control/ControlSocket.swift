import NIOCore

/// The Unix domain socket in the data directory by which `math user` reaches a running service: each connection carries
/// one JSON object on one line there, and one back. Only one process may have the accounts open, so the others ask it.
package enum ControlSocket {
    package static let fileName = "control.sock"
    /// The bytes of a path that Linux takes for a socket: `sun_path` without its final NUL.
    package static let longestPath = 107
    static let longestLine = 65_536

    /// The socket cannot be made.
    package struct Unusable: Error, Equatable, CustomStringConvertible {
        let path: String
        let reason: String

        package var description: String {
            "\(path) cannot be made (\(reason)): move away what has this name, and let this user write there"
        }
    }

    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// The first line that comes, without its end; nil when the connection ends before the line does.
    static func line(from inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> [UInt8]? {
        var line = ByteBuffer()
        for try await part in inbound {
            line.writeImmutableBuffer(part)
            if let end = line.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                return Array(line.readableBytesView[..<end])
            }
            guard line.readableBytes <= longestLine else { return nil }
        }
        return nil
    }

    /// Makes the asynchronous channel of a connection, on its event loop.
    @Sendable static func wrap(_ channel: any Channel) -> EventLoopFuture<Connection> {
        channel.eventLoop.makeCompletedFuture { try Connection(wrappingChannelSynchronously: channel) }
    }
}
