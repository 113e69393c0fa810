import Kafka
import Logging
import Pipeline
import ServiceLifecycle
import Store

/// How events get from the journal into the event store, and who reads them there.
///
/// Embedded: this process writes the store. With a broker: this process carries the journal to the topic, and only reads
/// the store, which `math consume` writes.
struct EventCarriage: Sendable {
    /// What answers about events are read from.
    let reading: any EventReading
    /// In the order of their start.
    let services: [any Service]
    /// The store, where it is ours.
    private let store: EventStore?

    /// - Throws: `StoreError`, or `KafkaError` for what librdkafka says against the settings.
    init(_ settings: Settings, database: ServiceDatabase, feed: EventFeed, logger: Logger) throws {
        guard settings.kafkaBroker != nil else {
            let store = try EventStore(path: settings.eventStorePath)
            self.store = store
            reading = store
            services = [
                EmbeddedRecorder(journal: database, store: store, feed: feed, topic: settings.topic, logger: logger)
            ]
            return
        }
        let view = try EventStoreView(path: settings.eventStorePath)
        let progress = RelayProgress(feed: feed)
        store = nil
        reading = view
        services = [
            try KafkaRelay(
                journal: database,
                destination: KafkaRelay.Destination(
                    topic: settings.topic, partitions: settings.kafkaPartitions,
                    properties: settings.producerProperties),
                progress: progress, logger: logger),
            StoreFollower(view: view, topic: settings.topic, progress: progress, feed: feed, logger: logger),
            StoreAudit(journal: database, view: view, topic: settings.topic, progress: progress, logger: logger),
        ]
    }

    /// Refuses a journal that lacks what the store has of it.
    ///
    /// - Throws: `StoreError`.
    func check(_ database: ServiceDatabase, _ settings: Settings, logger: Logger) async throws {
        if let store {
            try await JournalCheck.run(database, store, settings, logger: logger)
        } else {
            try await JournalCheck.run(database, settings, logger: logger)
        }
    }

    /// Lets go of the store, when the services have ended.
    func close() {
        store?.close()
    }
}
