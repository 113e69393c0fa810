public import Events

/// One event in the journal, as a sink carries it on.
public struct JournalEntry: Sendable, Equatable {
    /// Its place: 1, 2, 3, …
    public let sequence: Int64
    /// The event's identity.
    public let eventID: EventID
    /// The name of the user who asked.
    public let user: String
    /// The name of the event.
    public let event: String
    /// The HTTP status of the answer.
    public let status: Int
    /// Microseconds since 1970.
    public let time: Int64
    /// The JSON text of ``Events/Event/message()``.
    public let message: [UInt8]
}
