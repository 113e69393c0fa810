internal import Events

/// One event on its way into the event store.
public struct EventRecord: Sendable {
    /// What makes it unique: a second record with the same identity is not stored.
    public var eventID: String
    /// The topic it belongs to.
    public var topic: String
    /// Where on the topic it was read, nil when it came straight from the journal.
    public var place: (partition: Int32, offset: Int64)?
    /// The name of the user, when known.
    public var user: String?
    /// The name of the event, when known.
    public var event: String?
    /// The HTTP status, when known.
    public var status: Int?
    /// Microseconds since 1970, when known.
    public var time: Int64?
    /// The JSON text of the message.
    public var message: [UInt8]

    /// An event straight from the journal.
    public init(_ entry: JournalEntry, topic: String) {
        eventID = entry.eventID.description
        self.topic = topic
        user = entry.user
        event = entry.event
        status = entry.status
        time = entry.time
        message = entry.message
    }
}

extension EventRecord {
    /// An event as it was read from a topic, with what is known of it.
    public init(
        eventID: String, topic: String, place: (partition: Int32, offset: Int64), user: String?, event: String?,
        status: Int?, time: Int64?, message: [UInt8]
    ) {
        self.eventID = eventID
        self.topic = topic
        self.place = place
        self.user = user
        self.event = event
        self.status = status
        self.time = time
        self.message = message
    }
}

/// How far a source has been stored.
public struct SourcePosition: Sendable, Equatable {
    /// What stands for the topic where the source is the journal of the same machine.
    public static let journal = "journal"

    /// The topic.
    public var topic: String
    /// The partition; 0 for the journal.
    public var partition: Int32
    /// The first offset (or sequence) that has not been stored.
    public var next: Int64

    /// The position before which everything has been stored.
    public init(topic: String, partition: Int32, next: Int64) {
        self.topic = topic
        self.partition = partition
        self.next = next
    }
}
