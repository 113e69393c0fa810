import Glibc
import NIOCore

/// Stops accepting before the process runs out of file descriptors, and goes on when connections have ended.
///
/// Without descriptors nothing works: databases, workers, the runtime's own clocks. Whoever connects meanwhile waits in
/// the system's queue. On the server channel, whose event loop it lives on.
final class ConnectionLimiter: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    /// Descriptors that connections leave to the rest of the process.
    private static let reserve = 128
    /// How long no connection is accepted after one could not be.
    private static let pause = TimeAmount.milliseconds(200)

    private var open = 0
    private var isBackingOff = false
    /// A read was asked for while there was no room.
    private var isReadWaiting = false

    func read(context: ChannelHandlerContext) {
        if isBackingOff || open >= Self.limit {
            isReadWaiting = true
        } else {
            context.read()
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        open += 1
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        channel.closeFuture.hop(to: context.eventLoop).whenComplete { _ in
            let (limiter, context) = bound.value
            limiter.open -= 1
            limiter.readOn(context)
        }
        context.fireChannelRead(data)
    }

    /// Somebody else has taken the last descriptors: trying on would only use up a processor.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError else { return context.fireErrorCaught(error) }
        isBackingOff = true
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.pause) {
            let (limiter, context) = bound.value
            limiter.isBackingOff = false
            limiter.readOn(context)
        }
    }

    private func readOn(_ context: ChannelHandlerContext) {
        guard isReadWaiting, !isBackingOff, open < Self.limit else { return }
        isReadWaiting = false
        context.read()
    }

    /// How many connections the process has descriptors for; asked anew, since the limit may be changed while it runs.
    private static var limit: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < UInt64(Int.max)
        else {
            return .max
        }
        return max(Int(limit.rlim_cur) - reserve, 16)
    }
}
