/// One operation, declared once: from it come its route, its documentation, its form and its function in expressions.
public struct MathOperation: Sendable {
    /// The name in paths and expressions, as mathjs has it.
    public let name: String
    /// The group it is listed under.
    public let category: OperationCategory
    /// What it does, in one sentence.
    public let summary: String
    /// What it takes, in order. Where the last is `values`, that list may be given in place of `a` and `b`.
    public let parameters: [Parameter]
    /// Calls and their outcomes.
    public let examples: [Example]
    /// Until what size of arguments it certainly ends at once.
    let cost: Cost
    /// How it may be called, and what else is particular to it.
    let traits: Traits
    /// The mathematics: called again at a higher working precision until every digit asked for is certain.
    let function: Function

    /// From bound arguments to a value; balls in the value are computed at the context's working precision.
    typealias Function = @Sendable (Arguments, EvaluationContext) throws(Fault) -> Value

    /// How the time of an operation depends on its arguments.
    struct Cost: Sendable {
        /// Arguments of at most this many characters each are done within about 100 µs.
        let quickCharacters: Int

        /// Time grows gently with the number of digits.
        static let light = Cost(quickCharacters: 40)
        /// Time grows with the value: quick only while it has few digits.
        static func quick(upToDigits digits: Int) -> Cost { Cost(quickCharacters: digits) }
    }
}
