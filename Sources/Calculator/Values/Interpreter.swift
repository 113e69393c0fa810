/// The program that is running, as the operations that it calls know it.
///
/// It stands on a higher floor than they do: the evaluation's context holds it.
protocol Interpreter: AnyObject {
    /// A program without variables.
    init(_ context: EvaluationContext)

    /// The units that it knows.
    var units: UnitTable { get }
    /// What the name stands for here, other than for a constant or an operation.
    func value(named name: String) -> Value?
    /// The value of a part.
    /// - Throws: a fault with its place in the source.
    func evaluate(_ node: Node) throws(Fault) -> Value
    /// The value of a part in which these names have these values.
    func evaluate(_ node: Node, with bindings: [String: Value]) throws(Fault) -> Value
    /// Calls a function with values; `places` are theirs in the source, where they have one.
    func call(_ function: FunctionValue, _ arguments: [Value], _ places: [SourceRange]) throws(Fault) -> Value
    /// Adds a unit.
    /// - Throws: `too_large` when there are too many.
    func define(_ unit: Unit) throws(Fault)

    /// The operation of that name in the catalogue; nil when there is none.
    static func operation(named name: String) -> (any Callable)?
    /// The fault of a call to an unknown function, with the nearest known one.
    static func undefinedFunction(_ name: String) -> Fault
}
