internal import CRdKafka
public import Logging
public import ServiceLifecycle

/// Where a consumer puts what it reads. It is called on the consumer's own thread and may block it.
public protocol KafkaMessageStore: Sendable {
    /// The first offset of each partition that is not stored yet. A partition that is not named is read from its
    /// beginning.
    func positions() throws -> [Int32: Int64]
    /// Stores messages, and up to where they go, all or nothing. What it throws is tried again with the same messages.
    func store(_ messages: [KafkaMessage]) throws
    /// Goes on from other places: those before were of a topic that is no more, or are gone from this one.
    func move(to positions: [Int32: Int64]) throws
    /// Whether the message from a place before its partition's position is the one that was stored from there; true
    /// where the store cannot tell.
    func isStored(_ message: KafkaMessage) throws -> Bool
}

/// Reads one topic into a store, as a member of a group that no other may share.
///
/// The store knows best how far it is: at every assignment reading goes on from there, whatever the group's offsets say.
/// These are committed after the store has the messages, for those who watch the group's lag.
public struct KafkaConsumer: Service {
    /// The properties that the service relies on.
    public static let properties = KafkaProperties([
        "enable.auto.commit": "false",
        "enable.auto.offset.store": "false",
        // A gap is to be seen and told.
        "auto.offset.reset": "error",
        "partition.assignment.strategy": "range",
        // Where a topic ends before the store's position it was made anew.
        "enable.partition.eof": "true",
    ])

    /// What may be changed without harm, as it is when nobody does.
    public static let defaults = KafkaProperties([
        // After the end of a process the group gives its partitions to the next within this time.
        "session.timeout.ms": "6000",
        "heartbeat.interval.ms": "2000",
        // A quiet topic's message is with us at once.
        "fetch.wait.max.ms": "100",
        "fetch.error.backoff.ms": "100",
        "reconnect.backoff.max.ms": "5000",
        "socket.timeout.ms": "10000",
        "queued.max.messages.kbytes": "16384",
        // A new topic, and new partitions, are noticed within this time.
        "topic.metadata.refresh.interval.ms": "10000",
    ])

    /// Where and as whom to read.
    public struct Subscription: Sendable {
        /// The topic.
        public var topic: String
        /// The one header whose value the store wants to know.
        public var header: String

        /// A subscription to a topic.
        public init(topic: String, header: String) {
            self.topic = topic
            self.header = header
        }
    }

    private let loop: ConsumerLoop

    /// Makes the client. Nothing waits for a broker.
    ///
    /// - Throws: what librdkafka says against the properties.
    public init(
        _ subscription: Subscription, properties: KafkaProperties, store: any KafkaMessageStore, logger: Logger
    ) throws(KafkaError) {
        let client = try KafkaClient(
            RD_KAFKA_CONSUMER, properties, events: RD_KAFKA_EVENT_FETCH | RD_KAFKA_EVENT_REBALANCE, logger: logger)
        loop = ConsumerLoop(
            client: client, subscription: subscription, broker: properties["bootstrap.servers"] ?? "",
            group: properties["group.id"] ?? "", store: store)
    }

    /// How it is at the moment.
    public var condition: ConsumerCondition { loop.state.pulse.condition }

    /// Reads and stores until the service stops, and stores what it has read.
    ///
    /// - Throws: the reason why this consumer cannot go on.
    public func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await OwnThread.run("kafka-consumer") { [loop] stop throws(KafkaError) in try loop.run(stop) }
        }
    }
}
