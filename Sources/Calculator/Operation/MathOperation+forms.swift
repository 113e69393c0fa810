import Numbers

/// Calls in other forms that mathjs has: their arguments are not the parameters in their order.
extension MathOperation {
    /// Nil for a call in the usual form.
    func callInForm(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        switch traits.form {
        case .ordinary, .folding: return nil
        case .joining: return try callJoining(arguments, context)
        case .sizes:
            guard case .list(let sizes)? = arguments.first else { return nil }
            guard arguments.count == 1, (1...2).contains(sizes.count) else {
                throw Fault(.dimensionMismatch, "\(name) takes one or two sizes: how many rows, and how many columns")
            }
            return try call(sizes, [], context)
        case .list:
            guard arguments.count > 1, case .number = arguments[0], !arguments.contains(where: { $0.asList != nil })
            else { return nil }
            return try call([.list(arguments)], [], context)
        case .otherwise(let other): return try other(self, arguments, context)
        }
    }

    /// Nil where two parts are all.
    private func callJoining(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        var (parts, dimension) = (arguments, [Value]())
        if case .number? = parts.last { dimension = [parts.removeLast()] }
        guard parts.count > 2 else { return nil }
        var joined = parts[0]
        for part in parts.dropFirst() {
            try context.checkDeadline()
            joined = try call([joined, part] + dimension, [], context)
        }
        return joined
    }
}
