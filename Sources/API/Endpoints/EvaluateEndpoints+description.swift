import Calculator
import HTTPTypes
import JSON

extension EndpointDescription {
    private static let source = JSONSchema.string(maximumLength: Int(Limits.sourceBytes))
    private static let sources = JSONSchema.array(.string(), count: 1...Limits.expressions)
    private static let precision = JSONSchema.Member.optional(
        "precision",
        .described(.integer(minimum: 1, maximum: 10_000), "Significant digits of `decimal`; 20 when left out"))

    /// The body for one expression, or for a list of them: two shapes with a name each, told apart by `expr`.
    private static func expressions(_ name: String, _ others: JSONSchema.Member...) -> JSONSchema {
        .named(
            "\(name)Request",
            .oneOf([
                .named("\(name)OfExpression", .object([.required("expr", source)] + others)),
                .named("\(name)OfList", .object([.required("expr", sources)] + others)),
            ]))
    }

    static let evaluate = EndpointDescription(
        .post, "/math/evaluate", name: "evaluate", tag: "math", summary: "Evaluates expressions of the language",
        text: """
            `expr` is one expression, of one or more statements, or a list of up to \(Limits.expressions): the answer is \
            then a list too, each with its answer or its own error. Variables and functions that one defines are seen \
            by the next; nothing lasts beyond the request.
            """,
        bodies: [
            Body(
                contentType: "application/json", schema: expressions("Evaluation", precision),
                example: .members(("expr", .string("1/3 + 1/6")), ("precision", .integer(30))))
        ],
        answers: [
            .json("The answer, or for a list the answers in its order", .reference("EvaluationAnswer")), .invalid,
        ])

    static let parse = EndpointDescription(
        .post, "/math/parse", name: "parse", tag: "math",
        summary: "Expressions as LaTeX, and the names in them; evaluates nothing",
        text: """
            `expr` is one expression, or a list of up to \(Limits.expressions) with at most \(Limits.sourceBytes) bytes \
            together: the answer is then a list too, each with its LaTeX or its own error. `defines` and `uses` say which \
            expressions depend on which: one that uses a name depends on those before it that define that name.
            """,
        bodies: [
            Body(
                contentType: "application/json", schema: expressions("Parsing"),
                example: .members(("expr", .string("sqrt(x^2 + 1) / 2"))))
        ],
        answers: [
            .json(
                "The expression, its LaTeX and its names, or for a list the answers in its order",
                .reference("ParsingAnswer")),
            .invalid,
        ])
}
