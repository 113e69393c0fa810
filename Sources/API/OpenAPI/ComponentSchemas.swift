import Calculator
import JSON

/// The shapes that several answers share.
enum ComponentSchemas {
    /// By their names.
    static let members = all.map { (key: $0.0, value: $0.1.json(in: .answer)) }

    private static let all: [(String, JSONSchema)] =
        [
            ("ServiceError", error), ("ValidationError", validationError), ("Message", message), ("Token", token),
            ("Account", account), ("Registered", registered), ("Fault", fault), ("V4Answer", v4Answer),
            ("Catalogue", catalogue), ("Operation", operation), ("HistoryEntry", historyEntry),
            ("Event", event), ("EventPage", eventPage), ("Health", health), ("Readiness", readiness),
            ("ServiceOptions", serviceOptions),
        ] + CalculationSchemas.all

    private static let text = JSONSchema.string()
    private static let requestID = JSONSchema.described(text, "The request's id, as in the log and in its event")
    private static let code = JSONSchema.described(text, "Stable and machine-readable")

    private static let error = JSONSchema.object([
        .required("detail", .described(text, "What is wrong and what to do")), .required("code", code),
        .required("request_id", requestID),
    ])

    private static let validationError = JSONSchema.object([
        .required("detail", .array(.reference("Fault"), count: 1...1000)),
        .required("code", .described(text, "The first fault's type")), .required("request_id", requestID),
    ])

    private static let fault = JSONSchema.object([
        .required("type", code),
        // Untyped: where texts and numbers stand in one list, clients lose the fault, and with it the whole answer.
        .required("loc", .described(.array(.any), "The place of the fault: names, and places in lists")),
        .required("msg", text), .optional("input", .described(text, "What was sent, cut")),
        .optional(
            "offset",
            .described(.integer(minimum: 0), "Where in the source of an expression, counted in Unicode scalars")),
        .optional("length", .integer(minimum: 0)), .optional("hint", .described(text, "What was probably meant")),
    ])

    private static let message = JSONSchema.object([.required("message", text)])

    private static let token = JSONSchema.object([
        .required("access_token", text), .required("token_type", .choice(["bearer"])),
        .required("expires_in", .described(.integer(minimum: 1), "Seconds")), .required("refresh_token", text),
    ])

    private static let role = JSONSchema.choice(["user", "admin"])

    private static let account = JSONSchema.object([
        .required("id", .integer()), .required("username", text), .required("email", text.orNull),
        .required("role", role), .required("disabled", .boolean),
        .required("created_at", .string(format: "date-time")),
    ])

    private static let registered = JSONSchema.object([
        .required("message", text), .required("id", .integer()), .required("username", text), .required("role", role),
    ])

    private static let v4Answer = JSONSchema.object([
        .required("result", JSONSchema.oneOf([text, .array(text)]).orNull), .required("error", text.orNull),
    ])

    private static let operation = JSONSchema.object([
        .required("name", text), .required("category", text), .required("summary", text),
        .required(
            "parameters",
            .array(
                .object([
                    .required("name", text),
                    .required("type", .choice(ParameterType.names)),
                    .required("text", text), .required("required", .boolean), .required("default", text.orNull),
                    .required("minimum", JSONSchema.integer().orNull),
                    .required("maximum", JSONSchema.integer().orNull),
                    .required("maximum_digits", JSONSchema.integer().orNull),
                    .required("minimum_count", JSONSchema.integer().orNull),
                    .required("maximum_count", JSONSchema.integer().orNull), .optional("choices", .array(text)),
                ]))),
        .required(
            "examples",
            .array(
                .object([
                    .required("expression", text), .required("arguments", .object([], isOpen: true)),
                    .required("result", text),
                ]))),
    ])

    private static let catalogue = JSONSchema.object([.required("operations", .array(.reference("Operation")))])

    private static let historyEntry = JSONSchema.object([
        .required("id", .integer(minimum: 1)), .required("operation", text),
        .required("input_data", .described(text, "The arguments as JSON text")),
        .required(
            "input",
            .described(.any, "The arguments by name; where they were too long to be kept, the beginning of their text")),
        .required("result", .any), .required("timestamp", .string(format: "date-time")),
    ])

    /// Nothing is required: what other programs put on the topic is shown too, and a client that insists on a member
    /// loses the whole page for a row that lacks it. Ours have all but the last two.
    private static let event = JSONSchema.object(
        [
            .optional("event", text), .optional("input", .any), .optional("result", .any), .optional("user", text),
            .optional("time", .described(.number, "Seconds since 1970")), .optional("cached", .boolean),
            .optional("id", .string(format: "uuid")), .optional("status", .integer()),
            .optional("code", text.orNull), .optional("duration_us", .integer()), .optional("request_id", text),
            .optional("count", .described(.integer(minimum: 1), "Of how many requests it tells: `throttled` alone")),
            .optional("truncated", .boolean),
            .optional("traceparent", .described(text, "What the request said of its trace (W3C Trace Context)")),
        ], isOpen: true)

    private static let eventPage = JSONSchema.object([
        .required("events", .array(.oneOf([.reference("Event"), text]))),
        .required("next_cursor", .described(text.orNull, "The `cursor` of the next page; null after the last")),
    ])

    private static let serviceOptions = JSONSchema.object([
        .required(
            "registration", .described(.choice(["closed", "open"]), "Whether people can make accounts for themselves")),
        .required("version", text),
    ])

    private static let health = JSONSchema.object([.required("status", .choice(["ok"]))])

    private static let readiness = JSONSchema.object([
        .required("status", .choice(["ready", "unavailable", "stopping"])),
        .required("mode", .choice(["embedded", "kafka"])),
        .required("journal", text), .required("events_pending", .integer(minimum: 0)),
        .optional("kafka", .choice(["ready", "connecting", "unreachable"])),
        .optional("consumer_lag", .integer(minimum: 0)),
        .optional(
            "events_lost",
            .described(
                .integer(minimum: 0),
                "Events that the topic has lost before they were stored; they are carried to it again")),
        .optional("event_store", .choice(["ok", "missing", "not being filled"])),
        .required(
            "events_behind",
            .described(.integer(minimum: 0), "Events that have happened and are not in the event store yet")),
    ])
}
