import Calculator
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
        case problems(ProblemList)
    }

    /// One fault of the input, at its place.
    struct Problem: Sendable {
        let type: String
        /// `["query", "b"]`, `["body", "username"]`.
        let location: [String]
        /// Which element of the list at `location`, where it is one.
        var index: Int?
        let message: String
        /// What was sent, cut; `nil` where it is missing or secret.
        let input: String?
        /// Where in the source of an expression.
        var place: SourceRange?
        /// What was probably meant.
        var hint: String?
    }

    init(_ status: HTTPResponse.Status, code: String, _ text: String, headers: HTTPFields = HTTPFields()) {
        self.status = status
        self.code = code
        detail = .text(text)
        self.headers = headers
    }

    /// Bad input: 422 with the faults that were found.
    init(problems: ProblemList) {
        status = .unprocessableContent
        code = problems.told.first?.type ?? "invalid"
        detail = .problems(problems)
    }

    /// Bad input: 422 with the faults that were found.
    init(problems: [Problem]) {
        self.init(problems: ProblemList(problems))
    }

    /// The answer's body: `{"detail": …, "code": …, "request_id": …}`.
    func body(requestID: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("detail")
        switch detail {
        case .text(let text): json.string(text)
        case .problems(let problems):
            json.beginArray()
            for problem in problems.entries { problem.write(to: &json) }
            json.endArray()
        }
        json.key("code")
        json.string(code)
        json.key("request_id")
        json.string(requestID)
        json.endObject()
        return json.bytes
    }
}

extension APIError.Problem {
    /// `{"type": …, "loc": […], "msg": …}` and what else is known.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string(type)
        json.key("loc")
        json.beginArray()
        for part in location { json.string(part) }
        if let index { json.number(index) }
        json.endArray()
        json.key("msg")
        json.string(message)
        if let input {
            json.key("input")
            json.string(input)
        }
        if let place {
            json.key("offset")
            json.number(place.offset)
            json.key("length")
            json.number(place.length)
        }
        if let hint {
            json.key("hint")
            json.string(hint)
        }
        json.endObject()
    }
}
