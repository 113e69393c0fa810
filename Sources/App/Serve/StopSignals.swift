import Dispatch
import Glibc

/// SIGTERM and SIGINT: the first asks for an orderly stop, the second ends the process at once (exit 143 or 130).
struct StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter stop: called at the first signal, on a queue of its own that works however busy the service is.
    init(_ stop: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "stop-signals")
        let first = FirstTime()
        sources = [SIGTERM, SIGINT].map { number in
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
