package import Calculator
import JSON

/// What `POST /math/evaluate` answers to an expression of a list, for whoever evaluates without the service.
package enum EvaluationDocument {
    /// What stands in place of an answer, as one line of JSON.
    package static func bytes(source: String, _ fault: Fault) -> [UInt8] {
        var json = JSONWriter()
        ExpressionOutcome(source: source, answer: .failure(fault)).write(to: &json, index: nil)
        return json.bytes
    }
}
