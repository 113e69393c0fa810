import Calculator
import JSON

/// An expression that was read and not evaluated.
struct ParsedExpression {
    let source: String
    let program: Result<Program, Fault>

    init(source: String) {
        self.source = source
        program = Program.read(source)
    }

    /// What there is to say of it, or in its place the fault.
    /// - Parameter index: which expression of the list it is.
    func write(to json: inout JSONWriter, index: Int) {
        json.beginObject()
        json.key("expr")
        json.string(source)
        switch program {
        case .success(let program):
            json.key("latex")
            json.string(program.latex)
            let names = program.names
            json.key("defines")
            json.strings(names.defines)
            json.key("uses")
            json.strings(names.uses)
        case .failure(let fault):
            json.key("error")
            APIError.Problem(fault, source: source, index: index).write(to: &json)
        }
        json.endObject()
    }
}
