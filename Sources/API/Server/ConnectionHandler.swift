import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// One connection: gathers a request, hands it to the service in a task of its own, writes the answer.
///
/// Behind `HTTPServerPipelineHandler`, which lets one request in at a time. Lives on the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    enum State {
        case idle
        case receiving(HTTPRequestHead, ByteBuffer)
        case answering(Task<Void, Never>)
        /// The answer is out or on its way, and nothing more is read from this connection.
        case closing
    }

    let service: ServiceResponder
    private let limits: ServerLimits
    private let executor: EventLoopExecutor
    let clock: ConnectionClock
    private var remoteAddress = ""
    var state = State.idle
    var closesAfterAnswer = false
    var isStreaming = false

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
        switch unwrapInboundIn(data) {
        case .head(let head): receive(head, context)
        case .body(let part): receive(part, context)
        case .end: requestArrived(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.close(promise: nil)
            return
        }
        refuse(error == .headerOverflow ? .headTooLarge(limits.headBytes) : .malformedRequest, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            if case .answering = state { closesAfterAnswer = true } else { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// The server is told to stop: what runs is finished, a stream that would never end is ended.
    func drain() {
        closesAfterAnswer = true
        if isStreaming, case .answering(let task) = state { task.cancel() }
    }

    private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .idle = state else { return }
        clock.headArrived()
        if head.uri.utf8.count > limits.addressBytes {
            return refuse(.addressTooLong(limits.addressBytes), context)
        }
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if length > limits.bodyBytes {
            return refuse(.bodyTooLarge(limits.bodyBytes), context)
        }
        if head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" }) {
            context.writeAndFlush(wrapOutboundOut(.head(.init(version: .http1_1, status: .continue))), promise: nil)
        }
        state = .receiving(head, ByteBuffer())
    }

    private func receive(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .receiving(let head, var body) = state else { return }
        guard body.readableBytes + part.readableBytes <= limits.bodyBytes else {
            return refuse(.bodyTooLarge(limits.bodyBytes), context)
        }
        state = .idle  // so that `body` is not copied
        var part = part
        if body.readableBytes == 0 { body = part } else { body.writeBuffer(&part) }
        state = .receiving(head, body)
    }

    private func requestArrived(_ context: ChannelHandlerContext) {
        guard case .receiving(let head, let body) = state else { return }
        guard let converted = try? HTTPRequest(head, secure: false, splitCookie: false) else {
            return refuse(.malformedRequest, context)
        }
        clock.requestArrived()
        if !head.isKeepAlive { closesAfterAnswer = true }
        let request = Request(head: converted, body: RequestBody(buffer: body))
        answer(version: head.version, context) { [service, remoteAddress] in
            await service.respond(to: request, from: remoteAddress)
        }
    }

    /// Answers what is no complete request, and closes the connection.
    private func refuse(_ error: APIError, _ context: ChannelHandlerContext) {
        if case .answering = state { return }
        if case .closing = state { return }
        closesAfterAnswer = true
        clock.requestArrived()
        answer(version: .http1_1, context) { [service] in
            service.refuseRequest(error)
        }
    }

    private func answer(
        version: HTTPVersion, _ context: ChannelHandlerContext, _ respond: @escaping @Sendable () async -> Response
    ) {
        let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
        let channel = context.channel
        state = .answering(
            Task(executorPreference: executor) {
                let response = await respond()
                await connection.value.write(response, version: version, to: channel)
            })
    }
}
