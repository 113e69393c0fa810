import NIOCore

/// Closes a connection whose client is too slow: with its request, with taking the answer, or with the next request.
///
/// A deadline is a plain value that changes with every phase; one timer for each connection looks at it every two
/// seconds, so that a request costs no timer of its own.
/// Lives on the connection's event loop.
final class ConnectionClock {
    private let limits: ServerLimits
    private var deadline: NIODeadline
    private var timer: Scheduled<Void>?
    private(set) var isBetweenRequests = true

    init(limits: ServerLimits) {
        self.limits = limits
        deadline = .now() + limits.idleTimeout
    }

    func start(on channel: any Channel) {
        arm(channel)
    }

    func stop() {
        timer?.cancel()
        timer = nil
    }

    /// The next request, if it has not begun, begins with these bytes.
    func bytesArrived() {
        guard isBetweenRequests else { return }
        isBetweenRequests = false
        deadline = .now() + limits.headTimeout
    }

    func headArrived() {
        isBetweenRequests = false
        deadline = .now() + limits.bodyTimeout
    }

    /// The client has done its part; how long the answer takes is not its fault.
    func requestArrived() {
        deadline = .distantFuture
    }

    func writing() {
        deadline = .now() + limits.writeTimeout
    }

    func written() {
        deadline = .distantFuture
    }

    func answered() {
        isBetweenRequests = true
        deadline = .now() + limits.idleTimeout
    }

    /// The answer is the last: the client has a moment to read it before the connection is cut.
    func closing() {
        deadline = .now() + .seconds(2)
    }

    private func arm(_ channel: any Channel) {
        let now = NIODeadline.now()
        if deadline <= now {
            channel.close(promise: nil)
            return
        }
        let next = min(deadline, now + .seconds(2))
        let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
        timer = channel.eventLoop.scheduleTask(deadline: next) {
            bound.value.arm(channel)
        }
    }
}
