extension Parser {
    /// An assignment, a function's definition, or anything looser bound than an operator.
    mutating func assignment() throws(Fault) -> Node {
        let target = try conditional()
        guard token.isMark("=") else { return target }
        let sign = token.place
        position += 1
        let value = try deeper { parser throws(Fault) in try parser.assignment() }
        let place = target.place.union(value.place)
        switch target.kind {
        case .symbol(let name):
            try Self.checkAssignable(name, target.place)
            return Node(.assignment(name, value), place)
        case .index(let list, let indices):
            guard case .symbol(let name) = list.kind else { break }
            return Node(.indexAssignment(name, indices, value), place)
        case .call(let name, let arguments):
            try Self.checkAssignable(name, target.place)
            var parameters: [String] = []
            for argument in arguments {
                guard case .symbol(let parameter) = argument.kind, !parameters.contains(parameter) else {
                    throw Fault(
                        .syntaxError, "A function is defined with names in its parentheses, each once: f(x, y) = …",
                        at: argument.place)
                }
                parameters.append(parameter)
            }
            return Node(.definition(name, parameters, value), place)
        default: break
        }
        throw Fault(
            .syntaxError, "Only a name, a part of a list or a function can stand before =; a comparison is written ==",
            at: sign)
    }

    /// Names that the language itself needs.
    static let reserved = OperatorTable.names.union([
        "true", "false", "null", "end", "Infinity", "NaN",
    ])

    private static func checkAssignable(_ name: String, _ place: SourceRange) throws(Fault) {
        guard reserved.contains(name) else { return }
        throw Fault(.syntaxError, "\(name) is a word of the language: choose another name", at: place)
    }

    private mutating func conditional() throws(Fault) -> Node {
        let condition = try operation(atLeast: Precedence.conditional.tighter)
        guard take("?") else { return condition }
        conditionals.append(brackets)
        let first = try deeper { parser throws(Fault) in try parser.assignment() }
        guard take(":") else { throw unexpected(wanted: ":") }
        conditionals.removeLast()
        let second = try deeper { parser throws(Fault) in try parser.assignment() }
        return Node(.conditional(condition, first, second), condition.place.union(second.place))
    }
}
