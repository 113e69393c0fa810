public import Calculator
import JSON

/// What `POST /math/evaluate` answers to one expression, for whoever evaluates without the service.
public enum EvaluationDocument {
    /// The answer, or in its place the fault, as one line of JSON.
    public static func bytes(source: String, _ answer: Result<ExpressionAnswer, Fault>) -> [UInt8] {
        var json = JSONWriter()
        ExpressionOutcome(source: source, answer: answer).write(to: &json, index: nil)
        return json.bytes
    }
}
