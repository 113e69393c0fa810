import Calculator

/// The shapes of values and of what becomes of expressions.
///
/// Clients are generated from them, by generators that each understand a part of JSON Schema. A value is untyped, since
/// a list in a list has no type that all of them can say; what stands in a list is one object and no choice between
/// several, which one of them would make objects of that hold nothing.
enum CalculationSchemas {
    static let all: [(String, JSONSchema)] = [
        ("Answer", answer), ("Evaluation", .object(evaluation)), ("EvaluationValue", .object(value)),
        ("ListedEvaluation", .object(listed(evaluation))),
        ("EvaluationAnswer", .oneOf([.reference("Evaluation"), .reference("EvaluationList")])),
        ("EvaluationList", .array(.reference("ListedEvaluation"))),
        ("ParsedExpression", .object(parsed)), ("ListedParsedExpression", .object(listed(parsed))),
        ("ParsingAnswer", .oneOf([.reference("ParsedExpression"), .reference("ParsedExpressionList")])),
        ("ParsedExpressionList", .array(.reference("ListedParsedExpression"))),
    ]

    private static let text = JSONSchema.string()
    private static let kind = JSONSchema.Member.required("type", .choice(ValueType.allCases.map(\.rawValue)))
    private static let precision = JSONSchema.Member.required("precision", .integer(minimum: 1, maximum: 10_000))

    private static let forms: [JSONSchema.Member] = [
        .required(
            "result",
            .described(
                .any,
                "The value, as near as JSON comes to it: a number, true or false, lists of these for a matrix or a list, "
                    + "a text where there is no finite number or the value is complex")),
        .required("exact", .described(text.orNull, "The exact value, when it is known as text")),
        .required("decimal", .described(text, "The value, correctly rounded to `precision` digits")),
    ]

    private static let answer = JSONSchema.object(
        [
            .required("operation", text),
            .required("input", .described(.object([], isOpen: true), "The arguments by name, as they were given")),
        ] + forms + [precision, kind])

    private static let latex = JSONSchema.Member.required(
        "latex", .described(text, "The value as LaTeX: exactly where that is short, else rounded"))

    private static let value = forms + [kind, latex]

    private static let evaluation: [JSONSchema.Member] =
        [.required("operation", .choice(["evaluate"])), .required("input", .object([.required("expr", text)]))]
        + forms + [
            precision, kind, latex, .required("input_latex", .described(text, "The expression as LaTeX")),
            .optional(
                "values",
                .described(
                    .array(.reference("EvaluationValue")),
                    "Of several statements, the values of all that no semicolon hides")),
        ]

    private static let parsed: [JSONSchema.Member] = [
        .required("expr", text), .required("latex", .described(text, "The expression as LaTeX")),
        .required(
            "defines",
            .described(
                .array(text), "The variables, functions and units that it makes or changes, in the order they come in")),
        .required(
            "uses",
            .described(
                .array(text),
                "The names it uses and has not defined before, in the order they come in: of the catalogue and of "
                    + "units too, since another expression may have given them another meaning")),
    ]

    /// What an answer is where it is one of a list: itself, or in place of what would have come out an `error`.
    private static func listed(_ members: [JSONSchema.Member]) -> [JSONSchema.Member] {
        let given: Set = ["operation", "input", "expr"]
        return members.map { given.contains($0.name) ? $0 : .optional($0.name, $0.schema) } + [
            .optional("error", .described(.reference("Fault"), "Why there is no value; the rest is then left out"))
        ]
    }
}
