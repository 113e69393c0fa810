import Calculator
import JSON

/// The shapes that several answers share.
enum ComponentSchemas {
    static let json = JSONValue.object(JSONObject(all.map { ($0.0, $0.1.json) }))

    private static let all: [(String, JSONSchema)] = [
        ("Error", error), ("ValidationError", validationError), ("Message", message), ("Token", token),
        ("Account", account), ("Registered", registered), ("Answer", answer), ("Evaluation", evaluation),
        ("EvaluationValue", evaluationValue), ("FailedEvaluation", failedEvaluation),
        ("ParsedExpression", parsedExpression), ("UnreadExpression", unreadExpression), ("Fault", fault),
        ("V4Answer", v4Answer), ("ResultValue", resultValue),
        ("Catalogue", catalogue), ("Operation", operation), ("HistoryEntry", historyEntry),
        ("Event", event), ("EventPage", eventPage), ("Health", health), ("Readiness", readiness),
    ]

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
        .required("loc", .described(.array(.anyOf([text, .integer(minimum: 0)])), "The place of the fault")),
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

    private static let resultValue = JSONSchema.anyOf([
        .number, text, .boolean, .null, .array(.reference("ResultValue")),
    ])

    private static let result = JSONSchema.Member.required(
        "result", .described(.reference("ResultValue"), "The value, as near as JSON numbers come to it"))
    private static let exact = JSONSchema.Member.required(
        "exact", .described(text.orNull, "The exact value, when it is known as text"))
    private static let decimal = JSONSchema.Member.required(
        "decimal", .described(text, "The value, correctly rounded to `precision` digits"))
    private static let precision = JSONSchema.Member.required("precision", .integer(minimum: 1, maximum: 10_000))
    private static let kind = JSONSchema.Member.required("type", .choice(ValueType.allCases.map(\.rawValue)))
    private static let latex = JSONSchema.Member.required(
        "latex", .described(text, "The value as LaTeX: exactly where that is short, else rounded"))

    private static let answer = JSONSchema.object([
        .required("operation", text),
        .required("input", .described(.object([], isOpen: true), "The arguments by name, as they were given")),
        result, exact, decimal, precision, kind,
    ])

    private static let expression = JSONSchema.Member.required("input", .object([.required("expr", text)]))

    private static let evaluation = JSONSchema.object([
        .required("operation", .choice(["evaluate"])), expression, result, exact, decimal, precision, kind, latex,
        .required("input_latex", .described(text, "The expression as LaTeX")),
        .optional(
            "values",
            .described(
                .array(.reference("EvaluationValue")),
                "Of several statements, the values of all that no semicolon hides")),
    ])

    private static let evaluationValue = JSONSchema.object([result, exact, decimal, kind, latex])

    private static let failedEvaluation = JSONSchema.object([
        .required("operation", .choice(["evaluate"])), expression, .required("error", .reference("Fault")),
    ])

    private static let parsedExpression = JSONSchema.object([
        .required("expr", text), .required("latex", .described(text, "The expression as LaTeX")),
    ])

    private static let unreadExpression = JSONSchema.object([
        .required("expr", text), .required("error", .reference("Fault")),
    ])

    private static let v4Answer = JSONSchema.object([
        .required("result", .anyOf([text, .array(text), .null])), .required("error", text.orNull),
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
        .required("id", .integer(minimum: 1)), .required("operation", text), .required("input_data", .any),
        .required("result", .any), .required("timestamp", .string(format: "date-time")),
    ])

    private static let event = JSONSchema.object(
        [
            .required("event", text), .required("input", .any), .required("result", .any), .required("user", text),
            .required("time", .described(.number, "Seconds since 1970")), .optional("cached", .boolean),
            .optional("id", .string(format: "uuid")), .optional("status", .integer()),
            .optional("code", text.orNull), .optional("duration_us", .integer()), .optional("request_id", text),
            .optional("truncated", .boolean),
        ], isOpen: true)

    private static let eventPage = JSONSchema.object([
        .required("events", .array(.anyOf([.reference("Event"), text]))),
        .required("next_cursor", .described(text.orNull, "The `cursor` of the next page; null after the last")),
    ])

    private static let health = JSONSchema.object([.required("status", .choice(["ok"]))])

    private static let readiness = JSONSchema.object([
        .required("status", .choice(["ready", "unavailable", "stopping"])),
        .required("mode", .choice(["embedded", "kafka"])),
        .required("journal", text), .required("events_pending", .integer(minimum: 0)),
        .optional("kafka", .choice(["ready", "connecting", "unreachable"])),
        .optional("consumer_lag", .integer(minimum: 0)),
        .optional("event_store", .choice(["ok", "missing", "not being filled"])),
        .required(
            "events_behind",
            .described(.integer(minimum: 0), "Events that have happened and are not in the event store yet")),
    ])
}
