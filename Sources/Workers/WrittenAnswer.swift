package import Calculator
import JSON

/// An answer as its client gets it, and what the service needs to know of it.
package struct WrittenAnswer: Sendable, Equatable {
    /// The document, as JSON.
    package let json: [UInt8]
    /// The value as an event and the history show it.
    package let text: String
    /// Whether later expressions may build on it.
    let defines: Bool

    /// An answer that was written in another process.
    init(json: [UInt8], text: String, defines: Bool) {
        (self.json, self.text, self.defines) = (json, text, defines)
    }
}

extension WrittenAnswer {
    /// The contract's answer to an operation.
    /// - Parameter inputJSON: the arguments by name.
    package init(_ operation: MathOperation, inputJSON: [UInt8], _ value: Rendering, precision: Int) {
        var json = JSONWriter(capacity: inputJSON.count + 2 * value.decimal.utf8.count + 192)
        json.beginObject()
        json.key("operation")
        json.string(operation.name)
        json.key("input")
        json.raw(inputJSON)
        value.writeNumbers(to: &json)
        json.key("precision")
        json.number(precision)
        value.writeType(to: &json)
        json.endObject()
        self.init(json: json.bytes, text: value.decimal, defines: false)
    }

    /// The contract's answer to an expression.
    /// - Parameter outcomes: those of the program's statements.
    package init(_ program: Program, _ outcomes: [Outcome], precision: Int, defines: Bool = false) {
        guard let value = outcomes.last?.value else { preconditionFailure("A program has a statement at least") }
        let shown = outcomes.count > 1 ? outcomes.filter { !$0.statement.isHidden } : []
        let capacity = ([value] + shown.map(\.value)).reduce(2 * program.source.utf8.count) { $0 + $1.approximateBytes }
        var json = JSONWriter(capacity: capacity)
        json.beginObject()
        json.key("operation")
        json.string("evaluate")
        json.key("input")
        json.beginObject()
        json.key("expr")
        json.string(program.source)
        json.endObject()
        value.writeNumbers(to: &json)
        json.key("precision")
        json.number(precision)
        value.writeTypeAndLaTeX(to: &json)
        json.key("input_latex")
        json.string(program.latex)
        if outcomes.count > 1 {
            json.key("values")
            json.beginArray()
            for outcome in shown {
                json.beginObject()
                outcome.value.writeNumbers(to: &json)
                outcome.value.writeTypeAndLaTeX(to: &json)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        self.init(json: json.bytes, text: value.decimal, defines: defines)
    }
}

extension Rendering {
    /// About how many bytes it has in an answer: the numbers of a list are about as long as its text.
    fileprivate var approximateBytes: Int { 256 + 3 * decimal.utf8.count + (exact?.utf8.count ?? 0) }

    fileprivate func writeNumbers(to json: inout JSONWriter) {
        json.key("result")
        result.write(to: &json)
        json.key("exact")
        json.optional(exact)
        json.key("decimal")
        json.string(decimal)
    }

    fileprivate func writeType(to json: inout JSONWriter) {
        json.key("type")
        json.string(type.rawValue)
    }

    fileprivate func writeTypeAndLaTeX(to json: inout JSONWriter) {
        writeType(to: &json)
        json.key("latex")
        json.string(latex)
    }
}

extension ResultValue {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .number(let text): json.number(literal: text)
        case .string(let text): json.string(text)
        case .boolean(let value): json.bool(value)
        case .null: json.null()
        case .array(let values):
            json.beginArray()
            for value in values { value.write(to: &json) }
            json.endArray()
        }
    }
}

extension MathOperation {
    /// The arguments by name as JSON, in the order of the parameters.
    package func inputJSON(_ arguments: [(name: String, value: RawArgument)]) -> [UInt8] {
        var json = JSONWriter(capacity: 64)
        json.beginObject()
        for (name, value) in inDeclaredOrder(arguments) {
            json.key(name)
            value.write(to: &json)
        }
        json.endObject()
        return json.bytes
    }
}
