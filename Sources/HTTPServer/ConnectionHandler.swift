import HTTPTypes
import HummingbirdCore
import NIOCore

/// One connection: gathers a request, hands it to the service in a task of its own, writes the answer.
///
/// One request is answered at a time; what a client sends on meanwhile waits, and when that is much, reading stops.
/// Lives on the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    enum State {
        case idle
        case receiving(ReceivedRequest)
        /// It is being found out whose request it is, which decides how much of the body is taken.
        case admitting(ReceivedRequest)
        case answering(Task<Void, Never>)
        /// The answer is out or on its way, and nothing more is read from this connection.
        case closing
    }

    /// Bytes that wait while a request is being answered, beyond which reading stops.
    private static let mostWaiting = 64 * 1024

    let responder: any Responder
    let limits: ServerLimits
    let rooms: BodyRooms
    let executor: EventLoopExecutor
    let clock: ConnectionClock
    private(set) var remoteAddress = ""
    var state = State.idle
    var closesAfterAnswer = false
    private var reader: RequestReader
    /// The request that is being answered has so much room for its body.
    private var bodyShare: ByteBudget.Share?
    private var inputHasEnded = false
    private var isPaused = false
    /// Bytes that came after the last request.
    private var droppedBytes = 0
    /// The answer that is being written ends only when somebody ends it.
    var isEndless = false

    init(responder: any Responder, limits: ServerLimits, rooms: BodyRooms, executor: EventLoopExecutor) {
        self.responder = responder
        self.limits = limits
        self.rooms = rooms
        self.executor = executor
        clock = ConnectionClock(limits: limits)
        reader = RequestReader(limits: limits)
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
        executor.socketsHadTheirTurn()
        let bytes = unwrapInboundIn(data)
        if case .closing = state { return drop(bytes, context.channel) }
        clock.bytesArrived()
        reader.append(bytes)
        proceed(context.channel)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { drain(context.channel) }
        if case .inputClosed? = event as? ChannelEvent {
            inputHasEnded = true
            proceed(context.channel)
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// The server is told to stop: what runs is finished, a stream that would never end is ended.
    private func drain(_ channel: any Channel) {
        closesAfterAnswer = true
        switch state {
        case .idle: channel.close(promise: nil)
        case .answering(let task): if isEndless { task.cancel() }
        case .receiving, .admitting, .closing: break
        }
    }

    /// Whether the next part of a request is wanted now.
    private var isReceiving: Bool {
        switch state {
        case .idle, .receiving: true
        case .admitting, .answering, .closing: false
        }
    }

    /// Goes on with what has come, unless something is being done about what came before.
    func proceed(_ channel: any Channel) {
        do throws(RequestFault) {
            while isReceiving, let part = try reader.next() { try receive(part, channel) }
            if case .receiving(let request) = state { try request.reserveRoom() }
        } catch {
            refuse(error, channel)
        }
        if isReceiving {
            if inputHasEnded { return channel.close(promise: nil) }
            if reader.waitingBytes > 0 { clock.bytesArrived() }
        }
        if case .closing = state { return }
        pauseReading(reader.waitingBytes >= Self.mostWaiting, channel)
    }

    func pauseReading(_ pauses: Bool, _ channel: any Channel) {
        guard pauses != isPaused else { return }
        isPaused = pauses
        channel.setOption(.autoRead, value: !pauses).whenFailure { _ in channel.close(promise: nil) }
    }

    /// A client that is being refused may have to send all of its request before it looks at the answer. To a client that
    /// goes on and on nobody listens.
    private func drop(_ bytes: ByteBuffer, _ channel: any Channel) {
        droppedBytes += bytes.readableBytes
        if droppedBytes > limits.drainedBytes { pauseReading(true, channel) }
    }

    /// The connection is for the next request.
    func forgetRequest() {
        bodyShare = nil
    }
}

// MARK: - Receiving a request

extension ConnectionHandler {
    private func receive(_ part: RequestReader.Part, _ channel: any Channel) throws(RequestFault) {
        switch part {
        case .head(let head):
            clock.headArrived()
            let request = ReceivedRequest(head, responder, limits, rooms, remoteAddress)
            state = .receiving(request)
            if try request.needsAdmission() { try admit(request, channel) }
        case .body(let bytes):
            guard case .receiving(let request) = state else { return }
            request.append(bytes)
            if try request.needsAdmission() { try admit(request, channel) }
        case .end:
            if case .receiving(let request) = state { requestArrived(request, channel) }
        }
    }

    /// Finds out who sends a body that is larger than a stranger's may be, or wants to be told to send it.
    private func admit(_ request: ReceivedRequest, _ channel: any Channel) throws(RequestFault) {
        if let sender = responder.knownSender(of: request.head.request) {
            return try admitted(request, sender, channel)
        }
        state = .admitting(request)
        let connection = NIOLoopBound(self, eventLoop: channel.eventLoop)
        let head = request.head.request
        Task(executorPreference: executor) { [responder] in
            let sender = await responder.sender(of: head)
            let connection = connection.value
            guard case .admitting(let request) = connection.state else { return }
            connection.state = .receiving(request)
            do throws(RequestFault) {
                try connection.admitted(request, sender, channel)
                connection.proceed(channel)
            } catch {
                connection.refuse(error, channel)
            }
        }
    }

    private func admitted(
        _ request: ReceivedRequest, _ sender: Sender, _ channel: any Channel
    ) throws(RequestFault) {
        try request.admit(sender)
        guard request.head.expectsContinue else { return }
        channel.writeAndFlush(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n"), promise: nil)
    }

    private func requestArrived(_ received: ReceivedRequest, _ channel: any Channel) {
        clock.requestArrived()
        if !received.head.keepsAlive { closesAfterAnswer = true }
        bodyShare = received.share
        let request = received.request
        // To read a long body takes its time.
        let isLong = received.bodyBytes > limits.quickBodyBytes
        answer(isHTTP10: received.head.isHTTP10, channel) { [responder, remoteAddress] in
            guard isLong else { return await responder.respond(to: request, from: remoteAddress) }
            do {
                return try await offEventLoop { await responder.respond(to: request, from: remoteAddress) }
            } catch {
                return responder.refuse(request, .busy)
            }
        }
    }

    /// Answers what is no complete request, and closes the connection.
    private func refuse(_ error: RequestFault, _ channel: any Channel) {
        var refused: ReceivedRequest?
        switch state {
        case .answering, .closing: return
        case .receiving(let request), .admitting(let request): refused = request
        case .idle: break
        }
        closesAfterAnswer = true
        clock.requestArrived()
        let request = refused.map { Request(head: $0.head.request, body: RequestBody(buffer: ByteBuffer())) }
        answer(isHTTP10: refused?.head.isHTTP10 ?? false, channel) { [responder] in
            responder.refuse(request, error)
        }
    }

    private func answer(
        isHTTP10: Bool, _ channel: any Channel, _ respond: @escaping @Sendable () async -> Response
    ) {
        let connection = NIOLoopBound(self, eventLoop: channel.eventLoop)
        state = .answering(
            Task(executorPreference: executor) {
                let response = await respond()
                await connection.value.write(response, isHTTP10: isHTTP10, to: channel)
            })
    }
}
