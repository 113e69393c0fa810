public import NIOCore

/// What one connection may ask of the server, and for how long.
public struct ServerLimits: Sendable {
    /// Bytes of a request's address (path and query); longer ones are answered with 414.
    public var addressBytes = 8 * 1024
    /// Bytes of a request's head; longer ones are answered with 431.
    public var headBytes = 16 * 1024
    /// Header fields of a request.
    public var headerFields = 100
    /// Bytes of a request's body; longer ones are answered with 413.
    public var bodyBytes = 1024 * 1024
    /// The same for a request without a valid token, and for every endpoint that anyone may call.
    public var strangersBodyBytes = 16 * 1024
    /// Bytes of a body up to which the request is answered on the event loop: what is longer takes its time to read.
    public var quickBodyBytes = 4 * 1024
    /// Bytes that are still read, and thrown away, of a client that has been refused and goes on sending.
    public var drainedBytes = 8 * 1024 * 1024
    /// Time from the first byte of a request to the end of its head.
    public var headTimeout: TimeAmount = .seconds(10)
    /// Time from the end of the head to the end of the body.
    public var bodyTimeout: TimeAmount = .seconds(30)
    /// Time in which a client must take what is written to it.
    public var writeTimeout: TimeAmount = .seconds(30)
    /// Time a connection may stay open between two requests.
    public var idleTimeout: TimeAmount = .seconds(75)
    /// Time the server goes on as before once it is told to stop, while `/readyz` says so: long enough for load balancers
    /// to look elsewhere.
    public var shutdownDelay: Duration = .zero
    /// Time running requests have to finish once it begins to stop.
    public var drainTimeout: Duration = .seconds(10)

    /// The limits of the service as it is shipped.
    public init() {}
}
