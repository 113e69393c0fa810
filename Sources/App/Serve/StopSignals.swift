import Dispatch
import Glibc

/// SIGTERM, SIGINT and, where a terminal is closed, SIGHUP: the first asks for an orderly stop, the second ends the
/// process at once (exit 143, 130 or 129).
struct StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter stop: called at the first signal, on a queue of its own that works however busy the service is.
    /// Who starts a program with SIGHUP ignored, as nohup does, wants it to live on.
    private static var signals: [Int32] {
        var action = sigaction()
        sigaction(SIGHUP, nil, &action)
        // SIG_IGN is the address 1, a macro that Swift does not see.
        let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        return isIgnored ? [SIGTERM, SIGINT] : [SIGTERM, SIGINT, SIGHUP]
    }

    init(_ stop: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "stop-signals")
        let first = FirstTime()
        sources = Self.signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                guard first.take() else { _exit(128 + number) }
                stop()
            }
            source.resume()
            return source
        }
    }

    func cancel() {
        for source in sources { source.cancel() }
    }
}
