import Calculator
import JSON
import Workers

/// What became of one expression of a request.
struct ExpressionOutcome: Sendable {
    let source: String
    let answer: Result<WrittenAnswer, Fault>

    /// The value as an event and the history show it; nil when there is none.
    var text: String? {
        if case .success(let answer) = answer { answer.text } else { nil }
    }

    /// About how many bytes it has in an answer.
    var approximateBytes: Int {
        if case .success(let answer) = answer { answer.json.count } else { 512 + 2 * source.utf8.count }
    }

    /// The answer, or in its place the fault.
    /// - Parameter index: which expression of the list it is; nil where there is no list.
    func write(to json: inout JSONWriter, index: Int?) {
        switch answer {
        case .success(let answer): json.raw(answer.json)
        case .failure(let fault):
            json.beginObject()
            json.key("operation")
            json.string("evaluate")
            json.key("input")
            json.beginObject()
            json.key("expr")
            json.string(source)
            json.endObject()
            json.key("error")
            APIError.Problem(fault, source: source, index: index).write(to: &json)
            json.endObject()
        }
    }
}
