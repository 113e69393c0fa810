internal import CRdKafka
internal import Logging

/// librdkafka's properties by name, for one client.
public struct KafkaProperties: Sendable {
    private var values: [String: String]

    /// - Parameter values: by the names in librdkafka's CONFIGURATION.md.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The same with others besides; where both have a property, the other's value holds.
    public func merging(_ others: [String: String]) -> KafkaProperties {
        KafkaProperties(values.merging(others) { $1 })
    }

    /// The same with others besides; where both have a property, the other's value holds.
    public func merging(_ others: KafkaProperties) -> KafkaProperties {
        merging(others.values)
    }

    /// What librdkafka says against the properties together; nil for nothing. No broker is asked.
    public func conflict(as role: KafkaRole) -> String? {
        var alone = self
        alone.values["bootstrap.servers"] = nil
        do throws(KafkaError) {
            _ = try KafkaClient(
                role == .producer ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER, alone, events: 0,
                logger: Logger(label: "none") { _ in SwiftLogNoOpLogHandler() })
            return nil
        } catch {
            return error.message
        }
    }

    /// A property's value, nil where librdkafka's default holds.
    public subscript(name: String) -> String? { values[name] }

    /// What librdkafka says against a property by itself: its name, or the form of its value; nil for nothing.
    public static func problem(with name: String, value: String) -> String? {
        let configuration = ConfigurationHandle()
        do throws(KafkaError) {
            try configuration.set(name, value)
            return nil
        } catch {
            return error.message
        }
    }

    func makeConfiguration() throws(KafkaError) -> ConfigurationHandle {
        let configuration = ConfigurationHandle()
        // Sorted, so that of two faults always the same is told.
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { try configuration.set(name, value) }
        return configuration
    }
}

extension KafkaProperties: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names alone, whoever prints or logs this: any of the values may be a password.
    public var description: String { values.keys.sorted().joined(separator: ", ") }

    /// The names alone.
    public var debugDescription: String { description }

    /// The names alone.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: values.keys.sorted()) }
}

/// What a client does with messages.
public enum KafkaRole: Sendable {
    /// It sends them.
    case producer
    /// It reads them.
    case consumer
}

/// Owns an `rd_kafka_conf_t` until a client takes it over.
final class ConfigurationHandle {
    private(set) var pointer: OpaquePointer?

    init() {
        pointer = rd_kafka_conf_new()
    }

    func set(_ name: String, _ value: String) throws(KafkaError) {
        let message = MessageBuffer()
        guard rd_kafka_conf_set(pointer, name, value, message.start, message.size) == RD_KAFKA_CONF_OK else {
            throw KafkaError(message: message.text)
        }
    }

    /// What kinds of events come on the client's queue.
    func enable(_ events: Int32) {
        rd_kafka_conf_set_events(pointer, events)
    }

    /// Makes the client, which owns the configuration from then on.
    func makeClient(_ type: rd_kafka_type_t) throws(KafkaError) -> OpaquePointer {
        let message = MessageBuffer()
        guard let client = rd_kafka_new(type, pointer, message.start, message.size) else {
            throw KafkaError(message: message.text)
        }
        pointer = nil
        return client
    }

    deinit {
        if let pointer { rd_kafka_conf_destroy(pointer) }
    }
}

/// Room for librdkafka to write an error's text into.
private final class MessageBuffer {
    let size = 512
    let start: UnsafeMutablePointer<CChar>

    init() {
        start = .allocate(capacity: size)
        start.initialize(repeating: 0, count: size)
    }

    /// Some of librdkafka's messages end with the end of the line, others do not.
    var text: String {
        let text = String(cString: start)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    deinit { start.deallocate() }
}
