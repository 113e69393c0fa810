import Numbers

/// Calls in other forms that mathjs has: their arguments are not the parameters in their order.
extension MathOperation {
    /// Nil for a call in the usual form.
    func callOtherwise(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        switch (name, arguments.first) {
        case ("identity", .list(let sizes)?), ("ones", .list(let sizes)?), ("zeros", .list(let sizes)?):
            // `zeros(size(m))`
            guard arguments.count == 1, (1...2).contains(sizes.count) else {
                throw Fault(.dimensionMismatch, "\(name) takes one or two sizes: how many rows, and how many columns")
            }
            return try call(sizes, [], context)
        case ("range", _):
            // `range(1, 5, true)`
            guard arguments.count == 3, case .boolean = arguments[2] else { return nil }
            return try call([arguments[0], arguments[1], .integer(1), arguments[2]], [], context)
        case ("inv", .number?) where arguments.count == 1:
            return try Operators.divide(.integer(1), arguments[0], context)
        case (_, .number?) where takesOneList && arguments.count > 1 && !arguments.contains { $0.asList != nil }:
            // `mode(2, 1, 2)`
            return try call([.list(arguments)], [], context)
        default: return nil
        }
    }

    private var takesOneList: Bool {
        guard parameters.count == 1, parameters[0].name == "values" else { return false }
        return parameters[0].type == .list || parameters[0].type == .numbers
    }
}
