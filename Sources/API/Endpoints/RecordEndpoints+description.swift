import HTTPTypes
import JSON

/// History, events and the service's own pages.
extension EndpointDescription {
    private static let limit = Parameter(
        name: "limit", place: .query, schema: .integer(minimum: 1, maximum: 1000),
        text: "How many at the most; 100 when left out")
    private static let user = Parameter(
        name: "user", place: .query, schema: .string(), text: "Whose events; administrators see everybody's")
    private static let event = Parameter(
        name: "event", place: .query, schema: .string(), text: "Only events of this name")

    static let history = EndpointDescription(
        .get, "/history", name: "history", tag: "history", summary: "One's own calculations, newest first",
        text:
            "A page has at most 1 MiB, so that it may be shorter than `limit`; the header `Link` names the next, if any.",
        parameters: [
            limit,
            Parameter(
                name: "before", place: .query, schema: .integer(minimum: 1), text: "Only entries with a smaller id"),
        ],
        answers: [
            Answer(
                status: 200, text: "The calculations",
                content: [("application/json", .array(.reference("HistoryEntry")))], headers: ["Link"]),
            .invalid,
        ])

    static let hideHistoryEntry = EndpointDescription(
        .delete, "/history/{entry_id}", name: "hideHistoryEntry", tag: "history", summary: "Hide one's own calculation",
        text: "It leaves the history; its event stays.",
        parameters: [
            Parameter(name: "entry_id", place: .path, schema: .integer(), text: "The entry's id")
        ],
        answers: [
            .json("The entry is hidden", .reference("Message")), .error(404, "No such entry in one's own history"),
            .invalid,
        ])

    static let events = EndpointDescription(
        .get, "/events", name: "events", tag: "events", summary: "What was done, newest first",
        text:
            "As a page of JSON, or as a whole with `Accept: text/csv` or `Accept: application/x-ndjson`. A page has at most "
            + "1 MiB, so that it may be shorter than `limit`: `next_cursor` goes on.",
        parameters: [
            user, event,
            Parameter(
                name: "since", place: .query, schema: .string(),
                text: "Not before this moment: RFC 3339, or seconds since 1970"),
            Parameter(name: "until", place: .query, schema: .string(), text: "Before this moment"), limit,
            Parameter(
                name: "cursor", place: .query, schema: .integer(minimum: 1), text: "`next_cursor` of the page before"),
        ],
        answers: [
            Answer(
                status: 200, text: "The events",
                content: [
                    ("application/json", .reference("EventPage")), ("text/csv", .string()),
                    ("application/x-ndjson", .string()),
                ], headers: ["X-Events-Behind"]),
            .error(403, "Somebody else's events"), .invalid,
        ])

    static let eventStream = EndpointDescription(
        .get, "/events/stream", name: "eventStream", tag: "events", summary: "Events as they happen",
        text: "Server-sent events; after a break, `Last-Event-ID` goes on where the stream was, without a gap.",
        parameters: [
            user, event,
            Parameter(
                name: "last_event_id", place: .query, schema: .integer(minimum: 0),
                text: "Begin after this event, for clients that cannot send the header"),
            Parameter(
                name: "Last-Event-ID", place: .header, schema: .integer(minimum: 0), text: "Begin after this event"),
        ],
        answers: [
            Answer(
                status: 200, text: "The stream", content: [("text/event-stream", .string())],
                headers: ["X-Events-Behind"]),
            .error(403, "Somebody else's events"), .invalid,
        ])

    static let health = health("/healthz", name: "health", tag: "service")
    static let legacyHealth = health("/monitor/health", name: "legacyHealth", tag: "legacy")
    static let metrics = metrics("/metrics", name: "metrics", tag: "service")
    static let legacyMetrics = metrics("/monitor/metrics", name: "legacyMetrics", tag: "legacy")

    private static func health(_ path: String, name: String, tag: String) -> EndpointDescription {
        EndpointDescription(
            .get, path, name: name, tag: tag, summary: "Whether the service lives",
            answers: [.json("It does", .reference("Health"))])
    }

    private static func metrics(_ path: String, name: String, tag: String) -> EndpointDescription {
        EndpointDescription(
            .get, path, name: name, tag: tag, summary: "The service's numbers for Prometheus",
            answers: [Answer(status: 200, text: "Text format 0.0.4", content: [("text/plain", .string())])])
    }

    static let readiness = EndpointDescription(
        .get, "/readyz", name: "readiness", tag: "service", summary: "Whether the service can do its work",
        answers: [
            .json("It can", .reference("Readiness")), .json("It cannot", .reference("Readiness"), status: 503),
        ])

    /// A file or page that people look at.
    static func page(
        _ path: String, name: String, summary: String, type: String, schema: JSONSchema = .string()
    ) -> EndpointDescription {
        EndpointDescription(
            .get, path, name: name, tag: "documentation", summary: summary,
            answers: [Answer(status: 200, text: "The page", content: [(type, schema)])])
    }
}
