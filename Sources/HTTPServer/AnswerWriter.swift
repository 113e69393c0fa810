import HTTPTypes
import HummingbirdCore
import NIOCore

/// Writes one answer as HTTP/1.1 says (RFC 9112, sections 4, 6 and 7).
///
/// Head and body are put together in one buffer, so that a short answer, as most are, is one write. What is long or has no
/// known end is written part by part, each when the client has taken the one before.
final class AnswerWriter: ResponseBodyWriter {
    /// How the client knows where the body ends.
    private enum Framing {
        case length
        case chunks
        case close
    }

    private static let longestBuffer = 64 * 1024

    private let channel: any Channel
    private let clock: ConnectionClock
    private let executor: EventLoopExecutor
    private let framing: Framing
    private var buffer: ByteBuffer

    init(
        _ response: Response, isHTTP10: Bool, closes: Bool, channel: any Channel, clock: ConnectionClock,
        executor: EventLoopExecutor
    ) {
        self.channel = channel
        self.clock = clock
        self.executor = executor
        let length = response.body.contentLength
        framing = length != nil ? .length : isHTTP10 ? .close : .chunks
        // A longer body is sent from where it stands.
        let copied = length.flatMap { $0 <= Self.longestBuffer ? $0 : nil } ?? 0
        buffer = channel.allocator.buffer(capacity: 512 + copied)
        buffer.writeHead(response, isHTTP10: isHTTP10, closes: closes || framing == .close)
        if framing == .chunks { buffer.writeStaticString("Transfer-Encoding: chunked\r\n") }
        buffer.writeStaticString("\r\n")
    }

    /// Whether only the end of the connection says that the answer is whole.
    var endsWithConnection: Bool { framing == .close }

    func write(_ part: ByteBuffer) async throws {
        guard part.readableBytes > 0 else { return }
        switch framing {
        case .length:
            // What is long already stands somewhere, often for all: it is sent from there, not copied for each client.
            if part.readableBytes > Self.longestBuffer {
                try await flush()
                try await sendInParts(part)
            } else {
                buffer.writeImmutableBuffer(part)
                if buffer.readableBytes > Self.longestBuffer { try await flush() }
            }
        case .chunks:
            buffer.writeString(String(part.readableBytes, radix: 16))
            buffer.writeStaticString("\r\n")
            buffer.writeImmutableBuffer(part)
            buffer.writeStaticString("\r\n")
            try await flush()
        case .close:
            buffer.writeImmutableBuffer(part)
            try await flush()
        }
    }

    /// The connection writes the end, since it knows what comes after.
    func finish(_ trailingHeaders: HTTPFields?) async throws {}

    /// What is still to be written when the body is complete.
    func end() -> ByteBuffer {
        if framing == .chunks { buffer.writeStaticString("0\r\n\r\n") }
        return buffer
    }

    private func flush() async throws {
        let part = buffer
        buffer = ByteBuffer()
        try await send(part)
    }

    /// A system call that copies megabytes would keep the loop from all other sockets for as long.
    private func sendInParts(_ whole: ByteBuffer) async throws {
        var rest = whole
        while let part = rest.readSlice(length: min(Self.longestBuffer, rest.readableBytes)), part.readableBytes > 0 {
            try await send(part)
            await executor.nextStep()
        }
    }

    private func send(_ part: ByteBuffer) async throws {
        clock.writing()
        try await channel.writeAndFlush(part).get()
        clock.written()
    }
}

extension ByteBuffer {
    /// Status line and fields, without the empty line after them.
    fileprivate mutating func writeHead(_ response: Response, isHTTP10: Bool, closes: Bool) {
        writeStaticString(isHTTP10 ? "HTTP/1.0 " : "HTTP/1.1 ")
        writeString(String(response.status.code))
        writeStaticString(" ")
        writeString(response.status.reasonPhrase)
        writeStaticString("\r\n")
        // An answer that never has a body has no length either (RFC 9110, section 8.6).
        let hasNoBody = response.status == .noContent || response.status == .notModified
        for field in response.headers where !(hasNoBody && field.name == .contentLength) {
            writeString(field.name.rawName)
            writeStaticString(": ")
            writeString(field.value)
            writeStaticString("\r\n")
        }
        if closes {
            writeStaticString("Connection: close\r\n")
        } else if isHTTP10 {
            writeStaticString("Connection: keep-alive\r\n")
        }
    }
}
