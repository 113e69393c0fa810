import Hummingbird
import Logging

/// What is known of a request besides its bytes.
struct APIContext: RequestContext {
    /// What a context is made from.
    struct Origin: RequestContextSource {
        let logger: Logger
        let requestID: String
        let remoteAddress: String
    }

    typealias Source = Origin

    var coreContext: CoreRequestContextStorage
    /// The client's own id of the request when it is sane, otherwise ours.
    let requestID: String
    let remoteAddress: String
    let started: ContinuousClock.Instant

    init(source: Origin) {
        coreContext = CoreRequestContextStorage(source: source)
        requestID = source.requestID
        remoteAddress = source.remoteAddress
        started = .now
    }

    /// Microseconds since the request arrived.
    var microseconds: Int {
        let elapsed = (ContinuousClock.now - started).components
        return Int(elapsed.seconds) * 1_000_000 + Int(elapsed.attoseconds / 1_000_000_000_000)
    }
}

extension APIContext {
    /// Seconds since the request arrived.
    var seconds: Double {
        let elapsed = (ContinuousClock.now - started).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
}
