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

    /// - Throws: ``TopicGone``; what this producer has sent may be gone with it.
    func run() async throws {
        var making = TopicMaking(producer: producer, destination: destination, logger: logger)
        while !Task.isCancelled {
            var pause = Self.interval
            do {
                if let partitions = try await producer.partitionCount() {
                    try await look(at: partitions, making)
                } else if topicExists.value > 0 {
                    throw TopicGone(topic: destination.topic)
                } else if let soon = await making.next() {
                    pause = soon
                } else {
                    progress.failed(
                        "the topic \(destination.topic) does not exist", pause: pause, logger: logger,
                        broker: destination)
                }
            } catch let error as KafkaError {
                progress.failed(
                    (producer.lastComplaint ?? error).message, pause: nil, logger: logger, broker: destination)
            }
            try await Task.sleep(for: pause)
        }
    }

    private func look(at partitions: Int, _ making: TopicMaking) async throws(KafkaError) {
        let acknowledgements = progress.acknowledgements
        let ends = try await producer.endOffsets(partitions: partitions)
        progress.topicEnds(at: ends, after: acknowledgements)
        if topicExists.value == 0 {
            making.tell(partitions)
            window.seed(ends: ends)
            progress.reached(window.mark, published: 0)
            topicExists.advance(to: 1)
        }
        judge()
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
}

/// The topic was there and is not any more.
struct TopicGone: Error, CustomStringConvertible {
    let topic: String

    var description: String { "the topic \(topic) has been deleted" }
}

/// Makes the topic, where there is none.
struct TopicMaking: Sendable {
    /// How often it is tried to make a topic that cannot be made: somebody may allow it meanwhile.
    private static let interval = Duration.seconds(10)
    /// How long a broker may take to tell of a topic that it has just made, and how often it is asked meanwhile.
    private static let announcing = (limit: Duration.seconds(3), interval: Duration.milliseconds(100))

    private let producer: KafkaProducer
    private let destination: KafkaRelay.Destination
    private let logger: Logger
    private var lastTry: ContinuousClock.Instant?
    /// Whether the topic is ours; nil while there is none.
    private var isMade: Bool?
    private var reasons = Reasons()

    init(producer: KafkaProducer, destination: KafkaRelay.Destination, logger: Logger) {
        self.producer = producer
        self.destination = destination
        self.logger = logger
    }

    /// Tries to make the topic when it is time to.
    ///
    /// - Returns: how soon to look for it; nil while it cannot be made.
    mutating func next() async -> Duration? {
        let since = lastTry.map { $0.duration(to: .now) } ?? Self.interval
        if isMade != nil, since < Self.announcing.limit { return Self.announcing.interval }
        guard since >= Self.interval || isMade != nil else { return nil }
        lastTry = .now
        do {
            isMade = try await producer.createTopic(partitions: destination.partitions)
            return Self.announcing.interval
        } catch {
            isMade = nil
            complain(error)
            return nil
        }
    }

    /// Says how many partitions the broker has given the topic.
    func tell(_ partitions: Int) {
        let metadata: Logger.Metadata = ["topic": "\(destination.topic)", "partitions": "\(partitions)"]
        if isMade == true { logger.notice("made the topic", metadata: metadata) }
        guard partitions != destination.partitions else { return }
        logger.notice(
            "The topic has another number of partitions than was asked for, which changes nothing in what is promised",
            metadata: metadata.merging(["asked": "\(destination.partitions)"]) { $1 })
    }

    private mutating func complain(_ error: KafkaError) {
        guard reasons.isNew(error.message) else { return }
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
