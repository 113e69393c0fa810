import Kafka
import MockCluster

/// A producer that is running, and what it reports.
struct RunningProducer: Sendable {
    let producer: KafkaProducer
    let deliveries: Deliveries
    let running: Task<Void, any Error>

    init(_ cluster: MockCluster, topic: String = "logs", _ properties: [String: String] = [:]) throws {
        let deliveries = Deliveries()
        let base = KafkaProperties(["bootstrap.servers": cluster.servers, "reconnect.backoff.max.ms": "200"])
        let producer = try KafkaProducer(
            topic: topic, properties: base.merging(properties).merging(KafkaProducer.properties),
            logger: LogLines().logger
        ) { deliveries.add($0) }
        (self.producer, self.deliveries) = (producer, deliveries)
        running = Task { try await producer.run() }
    }

    /// Sends numbered messages, whose keys are `user0` to `user4`.
    func send(_ numbers: Range<Int>) throws {
        for number in numbers {
            let isTaken = try producer.send(
                key: Array("user\(number % 5)".utf8), value: Array("\(number)".utf8),
                headers: [("ce_id", "id-\(number)"), ("content-type", "text/plain")], tag: number)
            precondition(isTaken)
        }
    }

    /// Sends messages, and returns when the broker has them all.
    func send(_ values: [[UInt8]]) async throws {
        for (number, value) in values.enumerated() {
            try await eventually("room for another") {
                try producer.send(key: [], value: value, headers: [], tag: number)
            }
        }
        try await eventually("every report") { deliveries.all.count == values.count }
    }

    /// The first offset that the broker has of partition 0.
    func firstOffset() async throws -> Int64 {
        try await producer.extent(ofPartition: 0).lowerBound
    }

    func stop() async throws {
        running.cancel()
        try await running.value
    }
}

/// A consumer that is running.
struct RunningConsumer: Sendable {
    let log = LogLines()
    let running: Task<Void, any Error>

    init(
        _ cluster: MockCluster, topic: String = "logs", group: String = "test", _ store: any KafkaMessageStore
    ) throws {
        let properties = KafkaConsumer.defaults
            .merging(["bootstrap.servers": cluster.servers, "group.id": group]).merging(KafkaConsumer.properties)
        let consumer = try KafkaConsumer(
            .init(topic: topic, header: "ce_id"), properties: properties, store: store, logger: log.logger)
        running = Task { try await consumer.run() }
    }

    func stop() async throws {
        running.cancel()
        try await running.value
    }
}

/// The text of each message, partition by partition in the order of offsets.
func texts(_ messages: [KafkaMessage]) -> [[String]] {
    let partitions = Dictionary(grouping: messages, by: \.partition).sorted { $0.key < $1.key }
    return partitions.map { _, messages in
        messages.sorted { $0.offset < $1.offset }.map { String(decoding: $0.value ?? [], as: UTF8.self) }
    }
}
