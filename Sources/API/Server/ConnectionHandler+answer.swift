import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

extension ConnectionHandler {
    /// Writes the answer and makes the connection ready for the next request, or closes it.
    func write(_ response: Response, version: HTTPVersion, to channel: any Channel) async {
        var head = HTTPResponseHead(response.head)
        head.version = version
        if closesAfterAnswer {
            head.headers.replaceOrAdd(name: "connection", value: "close")
        } else if version == .http1_0 {
            head.headers.replaceOrAdd(name: "connection", value: "keep-alive")
        }
        isStreaming = response.body.contentLength == nil
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        do {
            try await response.body.write(ChannelBodyWriter(channel: channel, clock: isStreaming ? clock : nil))
        } catch {
            // The head is out: the only honest way to say that the rest is missing is to cut the connection.
            channel.close(promise: nil)
            return
        }
        finish(channel)
    }

    private func finish(_ channel: any Channel) {
        isStreaming = false
        if closesAfterAnswer {
            state = .closing
            // What still comes is read and dropped.
            waiting.removeAll()
            pauseReading(false, channel)
            close(channel)
        } else {
            state = .idle
            clock.answered()
            channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
            proceed(channel)
        }
    }

    /// Ends the answer and closes the connection so that the client can read it: closing at once, with bytes of the
    /// request unread, would make the system throw the answer away (RFC 9112, section 9.6).
    private func close(_ channel: any Channel) {
        clock.closing()
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
            channel.close(mode: .output, promise: nil)
        }
    }
}

/// Writes a body to the connection. What streams waits for the client to take each part; the end is written by the
/// handler, which knows what comes after.
struct ChannelBodyWriter: ResponseBodyWriter {
    let channel: any Channel
    /// Set when the body streams.
    let clock: ConnectionClock?

    mutating func write(_ buffer: ByteBuffer) async throws {
        let part = HTTPServerResponsePart.body(.byteBuffer(buffer))
        guard let clock else {
            channel.write(part, promise: nil)
            return
        }
        clock.writing()
        try await channel.writeAndFlush(part).get()
        clock.written()
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
