import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// One connection: gathers a request, hands it to the service in a task of its own, writes the answer.
///
/// One request is answered at a time; what a client sends on meanwhile waits, and when that is much, reading stops. NIO's
/// own handler for this stops reading at every request, which costs two system calls each time.
/// Lives on the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    enum State {
        case idle
        case receiving(HTTPRequestHead, ByteBuffer)
        case answering(Task<Void, Never>)
        /// The answer is out or on its way, and nothing more is read from this connection.
        case closing
    }

    /// Parts: a request without a body is two.
    private static let mostWaiting = 16

    let service: ServiceResponder
    private let limits: ServerLimits
    private let executor: EventLoopExecutor
    let clock: ConnectionClock
    private var remoteAddress = ""
    var state = State.idle
    var closesAfterAnswer = false
    /// What came while a request was being answered.
    var waiting: CircularBuffer<HTTPServerRequestPart> = []
    /// What came last cannot be read: it is refused when everything before it has been answered.
    var unreadable: APIError?
    var inputHasEnded = false
    private var isPaused = false
    /// The answer that is being written ends only when somebody ends it.
    var isEndless = false

    init(service: ServiceResponder, limits: ServerLimits, executor: EventLoopExecutor, clock: ConnectionClock) {
        self.service = service
        self.limits = limits
        self.executor = executor
        self.clock = clock
    }

    func channelActive(context: ChannelHandlerContext) {
        remoteAddress = context.remoteAddress?.ipAddress ?? "local"
        clock.start(on: context.channel)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        clock.stop()
        if case .answering(let task) = state { task.cancel() }
        state = .closing
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .answering = state {
            waiting.append(part)
            if waiting.count == Self.mostWaiting { pauseReading(true, context.channel) }
        } else {
            receive(part, context.channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.close(promise: nil)
            return
        }
        unreadable = error == .headerOverflow ? .headTooLarge(limits.headBytes) : .malformedRequest
        proceed(context.channel)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            inputHasEnded = true
            proceed(context.channel)
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// The server is told to stop: what runs is finished, a stream that would never end is ended.
    func drain(_ channel: any Channel) {
        closesAfterAnswer = true
        switch state {
        case .idle: channel.close(promise: nil)
        case .answering(let task): if isEndless { task.cancel() }
        case .receiving, .closing: break
        }
    }

    /// Goes on with what waits, once nothing is being answered.
    func proceed(_ channel: any Channel) {
        while let part = waiting.first {
            if case .answering = state { return }
            waiting.removeFirst()
            receive(part, channel)
        }
        if case .answering = state { return }
        pauseReading(false, channel)
        if let error = unreadable {
            unreadable = nil
            refuse(error, channel)
        } else if inputHasEnded {
            channel.close(promise: nil)
        }
    }

    func pauseReading(_ pauses: Bool, _ channel: any Channel) {
        guard pauses != isPaused else { return }
        isPaused = pauses
        channel.setOption(.autoRead, value: !pauses).whenFailure { _ in channel.close(promise: nil) }
    }

    private func receive(_ part: HTTPServerRequestPart, _ channel: any Channel) {
        switch part {
        case .head(let head): receive(head, channel)
        case .body(let part): receive(part, channel)
        case .end: requestArrived(channel)
        }
    }

    private func receive(_ head: HTTPRequestHead, _ channel: any Channel) {
        guard case .idle = state else { return }
        clock.headArrived()
        if head.uri.utf8.count > limits.addressBytes {
            return refuse(.addressTooLong(limits.addressBytes), channel)
        }
        // RFC 9112, section 3.2: another proxy may have taken it for a request to another host.
        if head.version == .http1_1, head.headers.count(where: { $0.name.isHost }) != 1 {
            return refuse(.malformedRequest, channel)
        }
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if length > limits.bodyBytes {
            return refuse(.bodyTooLarge(limits.bodyBytes), channel)
        }
        if head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" }) {
            channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"), promise: nil)
        }
        state = .receiving(head, ByteBuffer())
    }

    private func receive(_ part: ByteBuffer, _ channel: any Channel) {
        guard case .receiving(let head, var body) = state else { return }
        guard body.readableBytes + part.readableBytes <= limits.bodyBytes else {
            return refuse(.bodyTooLarge(limits.bodyBytes), channel)
        }
        state = .idle  // so that `body` is not copied
        var part = part
        if body.readableBytes == 0 { body = part } else { body.writeBuffer(&part) }
        state = .receiving(head, body)
    }

    private func requestArrived(_ channel: any Channel) {
        guard case .receiving(let head, let body) = state else { return }
        guard let converted = try? HTTPRequest(head, secure: false, splitCookie: false) else {
            return refuse(.malformedRequest, channel)
        }
        clock.requestArrived()
        if !head.isKeepAlive { closesAfterAnswer = true }
        let request = Request(head: converted, body: RequestBody(buffer: body))
        answer(version: head.version, channel) { [service, remoteAddress] in
            await service.respond(to: request, from: remoteAddress)
        }
    }

    /// Answers what is no complete request, and closes the connection.
    private func refuse(_ error: APIError, _ channel: any Channel) {
        if case .answering = state { return }
        if case .closing = state { return }
        closesAfterAnswer = true
        clock.requestArrived()
        answer(version: .http1_1, channel) { [service] in
            service.refuseRequest(error)
        }
    }

    private func answer(
        version: HTTPVersion, _ channel: any Channel, _ respond: @escaping @Sendable () async -> Response
    ) {
        let connection = NIOLoopBound(self, eventLoop: channel.eventLoop)
        state = .answering(
            Task(executorPreference: executor) {
                let response = await respond()
                await connection.value.write(response, version: version, to: channel)
            })
    }
}

extension String {
    fileprivate var isHost: Bool {
        utf8.count == 4 && utf8.elementsEqual("host".utf8) { $0 | 0x20 == $1 }
    }
}
