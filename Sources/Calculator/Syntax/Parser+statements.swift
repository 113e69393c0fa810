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
    private static let reserved: Set<String> = [
        "true", "false", "null", "and", "or", "xor", "not", "mod", "to", "in", "end", "Infinity", "NaN",
    ]

    private static func checkAssignable(_ name: String, _ place: SourceRange) throws(Fault) {
        guard reserved.contains(name) else { return }
        throw Fault(.syntaxError, "\(name) is a word of the language: choose another name", at: place)
    }

    private mutating func conditional() throws(Fault) -> Node {
        let condition = try or()
        guard take("?") else { return condition }
        conditionals.append(brackets)
        let first = try deeper { parser throws(Fault) in try parser.assignment() }
        guard take(":") else { throw unexpected(wanted: ":") }
        conditionals.removeLast()
        let second = try deeper { parser throws(Fault) in try parser.assignment() }
        return Node(.conditional(condition, first, second), condition.place.union(second.place))
    }

    private mutating func or() throws(Fault) -> Node {
        try chain({ parser in parser.take(name: "or") ? .or : nil }) { parser throws(Fault) in try parser.xor() }
    }

    private mutating func xor() throws(Fault) -> Node {
        try chain({ parser in parser.take(name: "xor") ? .xor : nil }) { parser throws(Fault) in try parser.and() }
    }

    private mutating func and() throws(Fault) -> Node {
        try chain({ parser in parser.take(name: "and") ? .and : nil }) { parser throws(Fault) in try parser.bitOr() }
    }

    private mutating func bitOr() throws(Fault) -> Node {
        try chain({ parser in parser.take("|") ? .bitOr : nil }) { parser throws(Fault) in try parser.bitXor() }
    }

    private mutating func bitXor() throws(Fault) -> Node {
        try chain({ parser in parser.take("^|") ? .bitXor : nil }) { parser throws(Fault) in try parser.bitAnd() }
    }

    private mutating func bitAnd() throws(Fault) -> Node {
        try chain({ parser in parser.take("&") ? .bitAnd : nil }) { parser throws(Fault) in try parser.comparison() }
    }

    private mutating func comparison() throws(Fault) -> Node {
        let first = try shift()
        var comparisons: [Node.Comparison] = []
        while let symbol = takeComparison() {
            comparisons.append(Node.Comparison(symbol: symbol, operand: try shift()))
        }
        guard let last = comparisons.last else { return first }
        return Node(.comparison(first, comparisons), first.place.union(last.operand.place))
    }

    private mutating func takeComparison() -> ComparisonOperator? {
        guard token.kind == .mark, let symbol = ComparisonOperator(rawValue: token.text) else { return nil }
        position += 1
        return symbol
    }

    private mutating func shift() throws(Fault) -> Node {
        try chain({ parser in
            guard parser.token.kind == .mark, [">>>", ">>", "<<"].contains(parser.token.text) else { return nil }
            return parser.takeOperator()
        }) { parser throws(Fault) in try parser.conversion() }
    }

    private mutating func conversion() throws(Fault) -> Node {
        try chain({ parser in parser.take(name: "to") || parser.take(name: "in") ? .to : nil }) {
            parser throws(Fault) in try parser.range()
        }
    }

    /// Operators of one level, left to right.
    mutating func chain(
        _ takeOperator: (inout Parser) -> BinaryOperator?, _ operand: (inout Parser) throws(Fault) -> Node
    ) throws(Fault) -> Node {
        let first = try operand(&self)
        var links: [Node.Link] = []
        while true {
            let place = token.place
            guard let symbol = takeOperator(&self) else { break }
            links.append(Node.Link(symbol: symbol, operand: try operand(&self), place: place))
        }
        guard let last = links.last else { return first }
        return Node(.chain(first, links), first.place.union(last.operand.place))
    }

    /// Takes the next word as the operator it is.
    mutating func takeOperator() -> BinaryOperator? {
        guard let symbol = BinaryOperator(rawValue: token.text) else { return nil }
        position += 1
        return symbol
    }
}
