internal import Events
internal import Kafka
public import Store

extension TopicRecorder {
    /// Reads a dead letter once more, and stores it as the event that it is after all: another version may understand
    /// what an older one did not.
    ///
    /// - Returns: why it is no event still; nil when it is stored now.
    /// - Throws: `StoreError` when it could not be stored.
    public static func requeue(_ stored: StoredDeadLetter, in store: EventStore) throws(StoreError) -> String? {
        let letter = stored.letter
        let message = KafkaMessage(
            partition: letter.partition, offset: letter.offset, timestamp: letter.time / 1000, value: letter.message)
        let record: EventRecord
        do throws(MessageFault) {
            record = try TopicRecorder(store: store, topic: letter.topic).record(message)
        } catch {
            return "\(error)"
        }
        try store.record(StoreBatch(records: [record], requeued: [stored.id], positions: []))
        return nil
    }
}
