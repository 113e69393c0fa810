internal import CRdKafka
public import Logging
internal import Synchronization

/// Sends messages to one topic and reports what became of each.
///
/// Idempotent and in order within a partition: what could not be delivered ends the producer, with everything that was
/// sent after it, and whoever sends begins anew from there. Messages wait for as long as the broker is away.
public final class KafkaProducer: Sendable {
    /// The properties that the order and the safety of messages rest on.
    public static let properties = KafkaProperties([
        "enable.idempotence": "true",
        "acks": "all",
        "max.in.flight.requests.per.connection": "1",
        // What was sent waits for its broker for ever.
        "message.timeout.ms": "0",
        // A message that is refused takes those behind it along: none overtakes another.
        "enable.gapless.guarantee": "true",
        // Asking for a topic must not make it, with as many partitions as the broker likes.
        "allow.auto.create.topics": "false",
        // As Kafka's own clients do, so that a key has the same partition whoever sends it.
        "partitioner": "murmur2_random",
    ])

    private let client: KafkaClient
    private let topic: TopicHandle
    private let name: String
    private let onDelivery: @Sendable ([KafkaDelivery]) -> Void
    private let complaint = Mutex<KafkaError?>(nil)

    /// Makes the client. Nothing waits for a broker.
    ///
    /// - Parameter onDelivery: called on the producer's thread.
    /// - Throws: what librdkafka says against the properties.
    public init(
        topic: String, properties: KafkaProperties, logger: Logger,
        onDelivery: @escaping @Sendable ([KafkaDelivery]) -> Void
    ) throws(KafkaError) {
        client = try KafkaClient(RD_KAFKA_PRODUCER, properties, events: RD_KAFKA_EVENT_DR, logger: logger)
        self.topic = try TopicHandle(topic, of: client)
        name = topic
        self.onDelivery = onDelivery
    }

    /// Passes on delivery reports until the task is cancelled.
    ///
    /// - Throws: the error after which nothing is delivered any more.
    public func run() async throws {
        try await OwnThread.run("kafka-producer") { [self] stop throws(KafkaError) in
            while !stop.isRequested {
                if let error = client.poll(milliseconds: 100, handle) ?? nil { throw cause(of: error) }
            }
        }
    }

    /// What a message was refused for, which librdkafka reports after it has said that nothing goes on after that.
    private func cause(of error: KafkaError) -> KafkaError {
        for _ in 0..<10 where !error.isAboutSize {
            if let other = client.poll(milliseconds: 50, handle) ?? nil, other.isAboutSize { return other }
        }
        return error
    }

    /// Hands a message over.
    ///
    /// - Parameter tag: comes back with the report.
    /// - Returns: false when so much waits that this cannot wait as well.
    public func send(
        key: [UInt8], value: [UInt8], headers: [(name: String, value: String)], tag: Int
    ) throws(KafkaError) -> Bool {
        guard let list = rd_kafka_headers_new(headers.count) else { return false }
        for (name, value) in headers {
            var value = value
            _ = value.withUTF8 { rd_kafka_header_add(list, name, -1, $0.baseAddress, $0.count) }
        }
        let result = key.withUnsafeBytes { key in
            value.withUnsafeBytes { value in
                crdkafka_produce(
                    client.handle, topic.pointer, key.baseAddress, key.count, value.baseAddress, value.count, list,
                    UnsafeMutableRawPointer(bitPattern: tag))
            }
        }
        if result == RD_KAFKA_RESP_ERR_NO_ERROR { return true }
        rd_kafka_headers_destroy(list)
        if result == RD_KAFKA_RESP_ERR__QUEUE_FULL { return false }
        throw KafkaError(result)
    }

    /// The last error that was not about one message, a failed sign-in for example; it tells more than that an answer
    /// did not come in time.
    public var lastComplaint: KafkaError? { complaint.withLock { $0 } }

    /// - Returns: the error that ends the producer, if the event is one.
    private func handle(_ event: OpaquePointer) -> KafkaError? {
        switch rd_kafka_event_type(event) {
        case RD_KAFKA_EVENT_DR: return report(event)
        case RD_KAFKA_EVENT_LOG: client.log(event)
        case RD_KAFKA_EVENT_ERROR:
            let error = KafkaError(event: event)
            if error.isFatal { return error }
            // That no broker is left follows the reason, and must not hide it.
            complaint.withLock { if !error.isSummary || $0 == nil { $0 = error } }
        default: break
        }
        return nil
    }

    private func report(_ event: OpaquePointer) -> KafkaError? {
        var deliveries: [KafkaDelivery] = []
        deliveries.reserveCapacity(rd_kafka_event_message_count(event))
        while let message = rd_kafka_event_message_next(event)?.pointee {
            guard message.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
                onDelivery(deliveries)
                return KafkaError(message.err, isFatal: true)
            }
            deliveries.append(
                KafkaDelivery(
                    tag: Int(bitPattern: message._private), partition: message.partition, offset: message.offset))
        }
        complaint.withLock { $0 = nil }
        onDelivery(deliveries)
        return nil
    }
}

/// A message that the broker has.
public struct KafkaDelivery: Sendable {
    /// What was given with the message.
    public let tag: Int
    /// The partition it is in.
    public let partition: Int32
    /// Its offset there.
    public let offset: Int64
}

extension KafkaProducer {
    /// How long a broker may take to answer a question about the topic.
    private static let patience: Int32 = 2000

    /// How many partitions the topic has; nil when there is no such topic.
    public func partitionCount() async throws(KafkaError) -> Int? {
        let name = name
        return try await client.waiting { client throws(KafkaError) in
            try client.partitionCount(of: name, milliseconds: Self.patience)
        }
    }

    /// The offset after the last message of each partition.
    public func endOffsets(partitions: Int) async throws(KafkaError) -> [Int32: Int64] {
        let name = name
        return try await client.waiting { client throws(KafkaError) in
            try client.endOffsets(of: name, partitions: partitions, milliseconds: Self.patience)
        }
    }

    /// The first offset that a partition has, and the one after its last.
    package func extent(ofPartition partition: Int32) async throws(KafkaError) -> Range<Int64> {
        let name = name
        return try await client.waiting { client throws(KafkaError) in
            try client.extent(of: name, partition: partition, milliseconds: Self.patience)
        }
    }

    /// Makes the topic, if the broker allows it.
    ///
    /// - Returns: false when somebody else was quicker.
    public func createTopic(partitions: Int) async throws(KafkaError) -> Bool {
        let name = name
        return try await client.waiting { client throws(KafkaError) in
            try client.create(topic: name, partitions: partitions, milliseconds: 5000)
        }
    }
}

/// Owns librdkafka's handle of a topic. Unchecked like ``KafkaClient``, which it keeps alive.
private final class TopicHandle: @unchecked Sendable {
    let pointer: OpaquePointer
    private let client: KafkaClient

    init(_ name: String, of client: KafkaClient) throws(KafkaError) {
        guard let pointer = rd_kafka_topic_new(client.handle, name, nil) else {
            throw KafkaError(rd_kafka_last_error())
        }
        self.pointer = pointer
        self.client = client
    }

    deinit { rd_kafka_topic_destroy(pointer) }
}
