/// An event's attributes as headers of its message on a topic: CloudEvents 1.0, Kafka protocol binding, binary mode.
public enum CloudEvent {
    /// The header that holds the event's identity.
    public static let idHeader = "ce_id"

    /// The headers of an event.
    ///
    /// - Parameter time: microseconds since 1970.
    public static func headers(id: EventID, event: String, time: Int64) -> [(name: String, value: String)] {
        [
            ("ce_specversion", "1.0"), (idHeader, id.description), ("ce_source", "/math-microservice"),
            ("ce_type", "math." + event), ("ce_time", Event.timestamp(time)), ("content-type", "application/json"),
        ]
    }
}
