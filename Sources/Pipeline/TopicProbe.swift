internal import Kafka
internal import Logging
internal import Store

/// Asks the broker once a second how it and the topic are; makes the topic when there is none.
struct TopicProbe: Sendable {
    private static let interval = Duration.seconds(1)
    /// A broker that acknowledges nothing for this long is as good as away.
    private static let acknowledgementLimit = Duration.seconds(5)

    let producer: KafkaProducer
    let destination: KafkaRelay.Destination
    let window: DeliveryWindow
    let progress: RelayProgress
    let logger: Logger
    /// Advances to 1 when the topic is there.
    let topicExists = SequenceSignal(0)
    /// The last sequence that was handed to the producer.
    let sent = SequenceSignal(0)

    func run() async throws {
        var hasTriedToMake = false
        while !Task.isCancelled {
            do throws(KafkaError) {
                if let partitions = try await producer.partitionCount() {
                    let acknowledgements = progress.acknowledgements
                    let ends = try await producer.endOffsets(partitions: partitions)
                    progress.topicEnds(at: ends, after: acknowledgements)
                    if topicExists.value == 0 {
                        window.seed(ends: ends)
                        progress.reached(window.mark, published: 0)
                        topicExists.advance(to: 1)
                    }
                    judge()
                } else if hasTriedToMake {
                    progress.failed(
                        "the topic \(destination.topic) does not exist", pause: Self.interval, logger: logger,
                        broker: destination)
                } else {
                    hasTriedToMake = true
                    await makeTopic()
                    continue
                }
            } catch {
                progress.failed(
                    (producer.lastComplaint ?? error).message, pause: nil, logger: logger, broker: destination)
            }
            try await Task.sleep(for: Self.interval)
        }
    }

    private func judge() {
        let stalled = window.stalled(sent: sent.value)
        if stalled > Self.acknowledgementLimit {
            progress.failed(
                "no acknowledgement for \(stalled.components.seconds) s", pause: nil, logger: logger,
                broker: destination)
        } else {
            progress.isReady(logger: logger, destination)
        }
    }

    private func makeTopic() async {
        do {
            try await producer.createTopic(partitions: destination.partitions)
            logger.notice(
                "made the topic",
                metadata: ["topic": "\(destination.topic)", "partitions": "\(destination.partitions)"])
        } catch {
            logger.error(
                "The topic does not exist and could not be made; events wait in the journal until somebody makes it",
                metadata: [
                    "topic": "\(destination.topic)", "reason": "\(error)",
                    "command": """
                    kafka-topics.sh --bootstrap-server \(destination.broker) --create --topic \(destination.topic) \
                    --partitions \(destination.partitions)
                    """,
                ])
        }
    }
}
