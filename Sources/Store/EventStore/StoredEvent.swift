internal import GRDB

/// One row of the event store. A row that another program inserted may know nothing but its topic and message.
public struct StoredEvent: Sendable, Equatable {
    /// The row's id; it grows in the order of storing.
    public let id: Int64
    /// The event's identity.
    public let eventID: String?
    /// Seconds since 1970.
    public let time: Double?
    /// The name of the user.
    public let user: String?
    /// The name of the event.
    public let event: String?
    /// The HTTP status.
    public let status: Int?
    /// The JSON text, or whatever another program has put there.
    public let message: String

    /// The columns that ``init(_:)`` reads, in its order.
    static let columns = "id, event_id, time, \"user\", event, status, message"

    init(_ row: Row) {
        id = row[0]
        eventID = row[1]
        time = row[2]
        user = row[3]
        event = row[4]
        status = row[5]
        message = row[6] ?? ""
    }
}
