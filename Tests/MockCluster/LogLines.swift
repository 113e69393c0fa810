public import Logging
internal import Synchronization

/// Keeps what was logged.
public final class LogLines: Sendable {
    private let messages = Mutex<[String]>([])
    private let metadata = Mutex<[(key: String, value: String)]>([])

    /// Nothing has been logged.
    public init() {}

    /// The messages, without what was added to them.
    public var lines: [String] { messages.withLock { $0 } }

    /// What was added under a key, message by message.
    public func values(_ key: String) -> [String] {
        metadata.withLock { $0.filter { $0.key == key }.map(\.value) }
    }

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
            log.metadata.withLock { metadata in
                metadata += (event.metadata ?? [:]).map { ($0.key, $0.value.description) }
            }
        }
    }
}
