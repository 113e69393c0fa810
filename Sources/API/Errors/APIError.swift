import HTTPTypes
import JSON

/// A request that is refused: the status, the stable code and the text for the person who made it.
///
/// Every refusal leaves the service as one of these; `body(requestID:)` is the only place that knows its shape.
struct APIError: Error, Sendable {
    let status: HTTPResponse.Status
    let code: String
    let detail: Detail
    var headers = HTTPFields()

    /// FastAPI's two shapes, which clients of the legacy service read.
    enum Detail: Sendable {
        case text(String)
        case problems([Problem])
    }

    /// One fault of the input, at its place.
    struct Problem: Sendable {
        let type: String
        /// `["query", "b"]`, `["body", "username"]`.
        let location: [String]
        let message: String
        /// What was sent, cut; `nil` where it is missing or secret.
        let input: String?
    }

    init(_ status: HTTPResponse.Status, code: String, _ text: String, headers: HTTPFields = HTTPFields()) {
        self.status = status
        self.code = code
        detail = .text(text)
        self.headers = headers
    }

    /// Bad input: 422 with every fault that was found.
    init(problems: [Problem]) {
        status = .unprocessableContent
        code = problems.first?.type ?? "invalid"
        detail = .problems(problems)
    }

    /// The answer's body: `{"detail": …, "code": …, "request_id": …}`.
    func body(requestID: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("detail")
        switch detail {
        case .text(let text): json.string(text)
        case .problems(let problems): Self.write(problems, to: &json)
        }
        json.key("code")
        json.string(code)
        json.key("request_id")
        json.string(requestID)
        json.endObject()
        return json.bytes
    }

    private static func write(_ problems: [Problem], to json: inout JSONWriter) {
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.key("type")
            json.string(problem.type)
            json.key("loc")
            json.beginArray()
            for part in problem.location { json.string(part) }
            json.endArray()
            json.key("msg")
            json.string(problem.message)
            if let input = problem.input {
                json.key("input")
                json.string(input)
            }
            json.endObject()
        }
        json.endArray()
    }
}
