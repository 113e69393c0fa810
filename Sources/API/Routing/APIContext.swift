import Accounts
import Events
import HTTPServer
import Hummingbird
import Logging
import NIOCore

/// What is known of a request besides its bytes.
struct APIContext: RequestContext {
    /// What a context is made from.
    struct Origin: RequestContextSource {
        let logger: Logger
        let requestID: String
        let remoteAddress: String
        var traceParent: TraceParent?
    }

    typealias Source = Origin

    var coreContext: CoreRequestContextStorage
    /// The client's own id of the request when it is sane, otherwise ours.
    let requestID: String
    let remoteAddress: String
    /// The name of the user once the token has been verified; nil for what is asked without one.
    var user: String?
    /// Where the request stands in a trace of its client's, if it said so.
    let traceParent: TraceParent?
    private let started: UInt64

    init(source: Origin) {
        coreContext = CoreRequestContextStorage(source: source)
        requestID = source.requestID
        remoteAddress = source.remoteAddress
        traceParent = source.traceParent
        started = Self.now
    }

    /// Where the request comes from, as limits count it.
    var remote: RemoteAddress { RemoteAddress(remoteAddress) }

    /// Whose requests are counted together with this one when it is turned away.
    var throttledKey: ThrottledRequests.Key { user.map { .user($0) } ?? .address(remote.network) }

    /// Nanoseconds since the request arrived.
    var nanoseconds: Int64 { Int64(Self.now - started) }

    /// Microseconds since the request arrived.
    var microseconds: Int { Int(nanoseconds / 1000) }

    /// The kernel's monotonic clock: `ContinuousClock` counts in attoseconds, and its arithmetic would show in a profile.
    private static var now: UInt64 { NIODeadline.now().uptimeNanoseconds }
}
