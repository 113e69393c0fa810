import ArgumentParser
import Events
import Kafka
import Logging
import Pipeline
import ServiceLifecycle
import Store

/// Reads the topic into the event store until the process is told to stop.
///
/// - Throws: the exit code, when something has to be said about it first.
func consume(_ settings: Settings) async throws(ExitCode) {
    let logger = ProcessSetup.logger(settings)
    do {
        try await consume(settings, logger: logger)
    } catch let error as StoreError where error.kind == .inUse {
        throw ExitStatus.failure.after(
            """
            math: \(error.message). One store belongs to one consumer: a second one needs an SQLITE_DB and a \
            KAFKA_GROUP_ID of its own.
            """)
    } catch {
        let failure = StartFailure(error, settings: settings)
        throw failure.status.after(failure.text)
    }
    logger.info("stopped")
}

private func consume(_ settings: Settings, logger: Logger) async throws {
    let store = try EventStore(path: settings.eventStorePath)
    defer { store.close() }
    let consumer = try KafkaConsumer(
        .init(topic: settings.topic, header: CloudEvent.idHeader),
        properties: settings.consumerProperties(store: store.identity),
        store: TopicRecorder(store: store, topic: settings.topic), logger: logger)
    logger.info(
        "consuming",
        metadata: [
            "broker": "\(settings.kafkaBroker ?? "")", "topic": "\(settings.topic)", "group": "\(settings.kafkaGroup)",
            "store": "\(settings.eventStorePath)", "version": "\(Version.current)",
        ])
    var services: [any Service] = [consumer]
    if let check = ConsumerCheck.server(of: consumer, settings, logger: logger) { services.append(check) }
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger))
    let signals = StopSignals {
        logger.info("stopping")
        Task { await group.triggerGracefulShutdown() }
    }
    try await group.run()
    signals.cancel()
}
