public import Logging
internal import Synchronization

/// Keeps what was logged.
public final class LogLines: Sendable {
    private let messages = Mutex<[String]>([])

    /// Nothing has been logged.
    public init() {}

    /// The messages, without what was added to them.
    public var lines: [String] { messages.withLock { $0 } }

    /// Keeps what it is given.
    public var logger: Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    private struct Handler: LogHandler {
        let log: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.messages.withLock { $0.append(event.message.description) }
        }
    }
}
