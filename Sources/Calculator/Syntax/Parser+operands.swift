extension Parser {
    /// An operand with the calls and indices behind it.
    mutating func access() throws(Fault) -> Node {
        var node = try primary()
        var count = 0
        while true {
            let bracket = token
            if bracket.isMark("("), case .symbol(let name) = node.kind {
                let (arguments, end) = try list(closing: ")")
                node = Node(.call(name, arguments), node.place.union(end))
            } else if bracket.isMark("["), isIndexable(node) {
                let (indices, end) = try list(closing: "]")
                guard !indices.isEmpty else { throw Fault(.syntaxError, "Give an index in the brackets", at: end) }
                node = Node(.index(node, indices), node.place.union(end))
            } else {
                return node
            }
            count += 1
            guard depth + count <= Limits.nesting else {
                throw Fault(.tooLarge, "More than \(Limits.nesting) brackets follow each other", at: bracket.place)
            }
        }
    }

    private func isIndexable(_ node: Node) -> Bool {
        if case .number = node.kind { false } else { true }
    }

    private mutating func primary() throws(Fault) -> Node {
        let word = token
        switch word.kind {
        case .number(let value):
            position += 1
            return Node(.number(value, text: word.text), word.place)
        case .string(let text):
            position += 1
            return Node(.string(text), word.place)
        case .name:
            // `mod(8, 3)`: some operators are functions as well.
            let isOperator = word.operators.infix != nil && !isInch()
            if isOperator, !tokens[position + 1].isMark("(") { throw unexpected() }
            position += 1
            return Node(.symbol(word.text), word.place)
        case .mark:
            if word.isMark("(") { return try group() }
            if word.isMark("[") { return try rows() }
            if word.isMark("{") {
                throw Fault(
                    .syntaxError, "There are no objects in this language: use a list, [1, 2, 3]", at: word.place)
            }
            throw unexpected()
        case .newline, .end: throw unexpected()
        }
    }

    private mutating func group() throws(Fault) -> Node {
        let start = token.place
        position += 1
        brackets += 1
        let inner = try deeper { parser throws(Fault) in try parser.assignment() }
        try expect(")", openedAt: start)
        brackets -= 1
        return Node(.group(inner), start.union(tokens[position - 1].place))
    }

    /// The parts between an opening bracket and its closing one, divided by commas.
    private mutating func list(closing: String) throws(Fault) -> (parts: [Node], end: SourceRange) {
        let start = token.place
        position += 1
        brackets += 1
        var parts: [Node] = []
        if !token.isMark(closing) {
            repeat {
                parts.append(try deeper { parser throws(Fault) in try parser.assignment() })
            } while take(",")
        }
        try expect(closing, openedAt: start)
        brackets -= 1
        return (parts, tokens[position - 1].place)
    }

    /// `[1, 2, 3]`, `[1, 2; 3, 4]`, `[]`.
    private mutating func rows() throws(Fault) -> Node {
        let start = token.place
        position += 1
        brackets += 1
        var rows: [[Node]] = []
        if !token.isMark("]") {
            repeat {
                // A semicolon before the closing bracket begins no row.
                if token.isMark("]"), !rows.isEmpty { break }
                var row: [Node] = []
                repeat {
                    row.append(try deeper { parser throws(Fault) in try parser.assignment() })
                } while take(",")
                rows.append(row)
            } while take(";")
        }
        try expect("]", openedAt: start)
        brackets -= 1
        let place = start.union(tokens[position - 1].place)
        guard rows.count > 1 else { return Node(.list(rows.first ?? []), place) }
        guard rows.allSatisfy({ $0.count == rows[0].count }) else {
            throw Fault(.dimensionMismatch, "All rows of a matrix have the same number of elements", at: place)
        }
        return Node(.matrix(rows), place)
    }
}
