/// How events get from the journal through a topic into the store of another process.
public struct TopicDelivery: Sendable, Equatable {
    /// Whether the broker takes messages.
    public enum Broker: String, Sendable {
        /// It does.
        case ready
        /// It has not answered yet since the start.
        case connecting
        /// It does not answer, or refuses.
        case unreachable
    }

    /// Whether the broker takes messages.
    public var broker = Broker.connecting
    /// Whether the store is there and has grown lately, or has nothing left to take.
    public var isStored = false
    /// Whether there is a store that can be read.
    public var hasStore = false
    /// How many messages are on the topic that the store does not have yet, as far as known.
    public var lag: Int64 = 0
    /// Messages that the broker has acknowledged since the start.
    public var published = 0
    /// How often the producer had to begin anew since the start.
    public var failures = 0
    /// Rows of the store.
    public var stored: Int64 = 0
    /// Events that the topic lost before they were stored; they are carried to it again.
    public var lost: Int64 = 0
    /// What was on the topic and is no event.
    public var deadLetters: Int64 = 0

    /// Nothing is known yet.
    public init() {}
}
