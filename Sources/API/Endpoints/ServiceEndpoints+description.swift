import HTTPTypes

extension EndpointDescription {
    private static let tag = "service"

    static let options = EndpointDescription(
        .get, "/service/options", name: "serviceOptions", tag: tag, summary: "What this service offers",
        answers: [.json("The options", .reference("ServiceOptions"))])

    static let serviceMetrics = EndpointDescription(
        .get, "/service/metrics", name: "serviceMetrics", tag: tag, summary: "The service's numbers for administrators",
        text:
            "The text of `/metrics`, wherever that is: behind a token, on a port of its own, or kept back by a proxy.",
        answers: [Answer(status: 200, text: "Text format 0.0.4", content: [("text/plain", .string())])])
}
