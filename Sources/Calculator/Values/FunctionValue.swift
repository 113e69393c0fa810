/// A function as a value: passed to `map`, or called by its name.
enum FunctionValue: Sendable {
    /// One of the catalogue. Indirect: held within, it would make every value as large as an operation's declaration.
    indirect case operation(any Callable)
    /// One that an expression has defined.
    case defined(DefinedFunction)

    /// The name it is called by.
    var name: String {
        switch self {
        case .operation(let operation): operation.name
        case .defined(let function): function.name
        }
    }
}

/// An operation of the catalogue, as values know it.
protocol Callable: Sendable {
    var name: String { get }
    /// Whether it can be called with so many arguments.
    func takes(count: Int) -> Bool
    /// Calls it as the language does. `places` are those of the arguments in the source; may be empty.
    func call(_ arguments: [Value], _ places: [SourceRange], _ context: EvaluationContext) throws(Fault) -> Value
}

/// A function of an expression: `f(x, y) = body`. Names in the body that are no parameters are looked up when it is
/// called.
final class DefinedFunction: Sendable {
    let name: String
    let parameters: [String]
    let body: Node

    init(name: String, parameters: [String], body: Node) {
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}
