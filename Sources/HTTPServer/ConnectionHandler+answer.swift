import HTTPTypes
import HummingbirdCore
import NIOCore

extension ConnectionHandler {
    /// Writes the answer and makes the connection ready for the next request, or closes it.
    func write(_ response: Response, isHTTP10: Bool, to channel: any Channel) async {
        isEndless = response.headers[.contentType] == "text/event-stream"
        let writer = AnswerWriter(
            response, isHTTP10: isHTTP10, closes: closesAfterAnswer, channel: channel, clock: clock, executor: executor)
        if writer.endsWithConnection { closesAfterAnswer = true }
        do {
            try await response.body.write(writer)
        } catch {
            // The head may be out: the only honest way to say that the rest is missing is to cut the connection.
            channel.close(promise: nil)
            return
        }
        isEndless = false
        if closesAfterAnswer {
            close(channel, after: writer.end())
        } else if channel.isWritable {
            channel.writeAndFlush(writer.end(), promise: nil)
            becomeIdle(channel)
        } else {
            await waitForClient(channel, after: writer.end())
        }
    }

    private func becomeIdle(_ channel: any Channel) {
        forgetRequest()
        state = .idle
        clock.answered()
        proceed(channel)
    }

    /// The client asks on and takes no answers: it gets no more of them before it has taken those.
    private func waitForClient(_ channel: any Channel, after end: ByteBuffer) async {
        clock.writing()
        do {
            try await channel.writeAndFlush(end).get()
        } catch {
            channel.close(promise: nil)
            return
        }
        // The server may have been told to stop meanwhile.
        if closesAfterAnswer { close(channel, after: ByteBuffer()) } else { becomeIdle(channel) }
    }

    /// Ends the answer and closes the connection so that the client can read it: closing at once, with bytes of the
    /// request unread, would make the system throw the answer away (RFC 9112, section 9.6).
    private func close(_ channel: any Channel, after end: ByteBuffer) {
        state = .closing
        clock.closing()
        forgetRequest()
        // What still comes is read and dropped.
        pauseReading(false, channel)
        channel.writeAndFlush(end).whenComplete { _ in
            channel.close(mode: .output, promise: nil)
        }
    }
}
