internal import Events
public import Kafka
public import Store

/// Puts what was on the topic into the event store: rows, dead letters and positions in one transaction a batch.
///
/// Whatever dies at whatever moment, reading goes on from the stored position, and an event that comes twice is one row.
public final class TopicRecorder: KafkaMessageStore {
    private let store: EventStore
    private let topic: String

    /// Stores the messages of a topic.
    public init(store: EventStore, topic: String) {
        self.store = store
        self.topic = topic
    }

    /// The first offset of each partition that is not stored.
    public func positions() throws -> [Int32: Int64] {
        try store.positions(topic: topic)
    }

    /// Stores a batch, or throws and stores nothing.
    public func store(_ messages: [KafkaMessage]) throws {
        try store.record(batch(messages))
    }

    /// Goes on from other places.
    public func move(to positions: [Int32: Int64]) throws {
        guard !positions.isEmpty else { return }
        let places = positions.map { SourcePosition(topic: topic, partition: $0, next: $1) }
        try store.record(StoreBatch(records: [], positions: places))
    }

    /// Whether the store has from there what the message says; true where it has nothing from there.
    public func isStored(_ message: KafkaMessage) throws -> Bool {
        let record = try? record(message)
        return try store.agrees(
            topic: topic, partition: message.partition, offset: message.offset, eventID: record?.eventID,
            message: message.value)
    }

    private func batch(_ messages: [KafkaMessage]) -> StoreBatch {
        var batch = StoreBatch(records: [], positions: [])
        batch.records.reserveCapacity(messages.count)
        var next: [Int32: Int64] = [:]
        for message in messages {
            next[message.partition] = message.offset + 1
            do throws(MessageFault) {
                batch.records.append(try record(message))
            } catch {
                batch.deadLetters.append(deadLetter(message, "\(error)"))
            }
        }
        batch.positions = next.map { SourcePosition(topic: topic, partition: $0, next: $1) }
        return batch
    }

    func record(_ message: KafkaMessage) throws(MessageFault) -> EventRecord {
        guard let value = message.value else { throw .empty }
        let read = try TopicMessage(value)
        return EventRecord(
            // The legacy service's messages have no identity but their place.
            eventID: read.id ?? message.header ?? "\(topic)/\(message.partition)/\(message.offset)",
            topic: topic, place: (message.partition, message.offset), user: read.user, event: read.event,
            status: read.status, time: read.time ?? message.timestamp.map { $0 * 1000 }, message: value)
    }

    private func deadLetter(_ message: KafkaMessage, _ reason: String) -> DeadLetter {
        DeadLetter(
            topic: topic, partition: message.partition, offset: message.offset, reason: reason, message: message.value,
            time: Event.now())
    }
}
