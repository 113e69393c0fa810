/// An event's attributes as headers of its message on a topic: CloudEvents 1.0, Kafka protocol binding, binary mode.
public enum CloudEvent {
    /// The header that holds the event's identity.
    public static let idHeader = "ce_id"

    /// The headers of an event.
    ///
    /// - Parameters:
    ///   - time: microseconds since 1970.
    ///   - traceParent: what its request said of a trace: a header of its own, as programs that follow traces expect.
    public static func headers(
        id: EventID, event: String, time: Int64, traceParent: TraceParent? = nil
    ) -> [(name: String, value: String)] {
        [
            ("ce_specversion", "1.0"), (idHeader, id.description), ("ce_source", "/math-microservice"),
            ("ce_type", "math." + event), ("ce_time", Event.timestamp(time)), ("content-type", "application/json"),
        ] + (traceParent.map { [("traceparent", $0.text)] } ?? [])
    }
}
