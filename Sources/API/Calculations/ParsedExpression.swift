import Calculator
import JSON

/// An expression that was read and not evaluated.
struct ParsedExpression {
    let source: String
    let latex: Result<String, Fault>

    init(source: String) {
        self.source = source
        do throws(Fault) {
            latex = .success(try ExpressionPreview.latex(of: source))
        } catch {
            latex = .failure(error)
        }
    }

    /// The LaTeX, or in its place the fault.
    /// - Parameter index: which expression of the list it is.
    func write(to json: inout JSONWriter, index: Int) {
        json.beginObject()
        json.key("expr")
        json.string(source)
        switch latex {
        case .success(let text):
            json.key("latex")
            json.string(text)
        case .failure(let fault):
            json.key("error")
            APIError.Problem(fault, source: source, index: index).write(to: &json)
        }
        json.endObject()
    }
}
