import Calculator
import HTTPTypes
import JSON

extension EndpointDescription {
    private static let tag = "mathjs"
    private static let sourceText = JSONSchema.string(maximumLength: Limits.sourceBytes)
    private static let precisionSchema = JSONSchema.integer(minimum: 0, maximum: 10_000)
    private static let precisionText = "Significant digits; the shortest text of the nearest double without"
    private static let about = """
        The interface of the public mathjs service. Results are texts, formatted as `math.format(value, precision)` does; \
        whatever path lies below `/v4/` is the same. With the setting `ALLOW_ANONYMOUS_V4` no token is needed.
        """

    static let evaluateV4ByQuery = EndpointDescription(
        .get, V4Endpoints.path, name: "evaluateV4ByQuery", tag: tag, summary: "An expression's value as text",
        text: about,
        parameters: [
            Parameter(
                name: "expr", place: .query, schema: sourceText, isRequired: true, text: "The expression",
                example: .string("2/3")),
            Parameter(name: "precision", place: .query, schema: precisionSchema, text: precisionText),
        ],
        answers: [
            Answer(status: 200, text: "The value", content: [("text/plain", .string())]),
            Answer(
                status: 400, text: "The error, such as `SyntaxError: … (char 7)`",
                content: [("text/plain", .string()), ("application/json", .reference("ServiceError"))]),
        ])

    static let evaluateV4 = EndpointDescription(
        .post, V4Endpoints.path, name: "evaluateV4", tag: tag, summary: "Values of one or several expressions as texts",
        text: about + " Expressions of a list share their variables; one that fails fails them all.",
        bodies: [
            Body(
                contentType: "application/json",
                schema: .named(
                    "V4Request",
                    .object(
                        [
                            .required("expr", .oneOf([sourceText, .array(sourceText, count: 0...Limits.expressions)])),
                            .optional("precision", .described(precisionSchema.orNull, precisionText)),
                        ], isOpen: true)),
                example: .members(("expr", .array([.string("a = 1.2 * (2 + 4.5)"), .string("a / 2")]))))
        ],
        answers: [
            .json("The value, or for a list the values", .reference("V4Answer")),
            Answer(
                status: 400, text: "The error, such as `SyntaxError: … (char 7)`",
                content: [("application/json", .oneOf([.reference("V4Answer"), .reference("ServiceError")]))]),
        ])
}
