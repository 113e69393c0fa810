/// How the language may call an operation.
enum Form: Sendable {
    /// The arguments in the order of the parameters; where a number belongs a list means one call for each element.
    case ordinary
    /// The arguments are one list, `add(1, 2, 3)`, `add([1, 2, 3])`; then come words that are options.
    case folding(Lists)
    /// Numbers given one by one are one list: `mode(2, 1, 2)`.
    case list
    /// Any number of parts, and a number at their end if need be: `concat(a, b, c, 1)`.
    case joining
    /// One size or two, or a list of them: `zeros(2, 3)`, `zeros(size(m))`.
    case sizes
    /// Some calls mean another call, or a value; nil for one as usual.
    case otherwise(Otherwise)

    typealias Otherwise = @Sendable (MathOperation, [Value], EvaluationContext) throws(Fault) -> Value?

    /// What an operation over `a, b` or `values` makes of lists.
    enum Lists: Sendable {
        /// All of their numbers are taken.
        case flattened
        /// The same; and a list and a number are the list and which of its dimensions is to be gone, counted from 1:
        /// `max(m, 1)`, as in mathjs.
        case alongDimension
        /// Several stand side by side and are taken element by element, as by an operator.
        case elementwise(Pair)
    }

    /// The value of two values, lists perhaps.
    typealias Pair = @Sendable (MathOperation, Value, Value, EvaluationContext) throws(Fault) -> Value

    /// Element by element, the operation being called for each pair.
    static let elementwise = Form.folding(
        .elementwise { operation, a, b, context throws(Fault) in
            try Broadcasting.combine(a, b, operation.name) { a, b throws(Fault) in
                try operation.call([a, b], [], context)
            }
        })
}
