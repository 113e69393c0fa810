extension Parser {
    /// `start:end` or `start:step:end`, and in an index `:`, `start:`, `:end`.
    mutating func range() throws(Fault) -> Node {
        let start = token.place
        let first = token.isMark(":") && brackets > 0 ? nil : try sum()
        guard token.isMark(":"), conditionals.last != brackets else {
            guard let first else { throw unexpected() }
            return first
        }
        var parts: [Node?] = []
        var place = start
        while parts.count < 2, token.isMark(":") {
            place = place.union(token.place)
            position += 1
            let isOpen = token.isMark(",") || token.isMark("]") || token.isMark(")") || token.isMark(":")
            let part = isOpen ? nil : try sum()
            if let part { place = place.union(part.place) }
            parts.append(part)
        }
        let end = parts.last ?? nil
        return Node(.range(start: first, step: parts.count == 2 ? parts[0] : nil, end: end), place)
    }

    private mutating func sum() throws(Fault) -> Node {
        try chain({ parser in
            guard parser.token.isMark("+") || parser.token.isMark("-") else { return nil }
            return parser.takeOperator()
        }) { parser throws(Fault) in try parser.product() }
    }

    private static let products: Set<String> = ["*", "/", ".*", "./"]

    private mutating func product() throws(Fault) -> Node {
        let first = try implicitProduct()
        var links: [Node.Link] = []
        while true {
            let sign = token
            if sign.isMark("%") {
                position += 1
                links.append(Node.Link(symbol: .modulo, operand: try implicitProduct(), place: sign.place))
            } else if sign.kind == .mark && Self.products.contains(sign.text)
                || sign.kind == .name && sign.text == "mod"
            {
                guard let symbol = takeOperator() else { break }
                links.append(Node.Link(symbol: symbol, operand: try implicitProduct(), place: sign.place))
            } else {
                break
            }
        }
        return Self.joined(first, links)
    }

    private static func joined(_ first: Node, _ links: [Node.Link]) -> Node {
        guard let last = links.last else { return first }
        return Node(.chain(first, links), first.place.union(last.operand.place))
    }

    /// `8%`; a percent sign before an operand is the remainder.
    private mutating func percentage() throws(Fault) -> Node {
        let node = try prefix()
        let sign = token
        guard sign.isMark("%") else { return node }
        let before = position
        position += 1
        guard isPercentage else {
            position = before
            return node
        }
        return Node(.postfix(.percent, node), node.place.union(sign.place))
    }

    /// Whether a percent sign that has just been read ends its operand: nothing follows that could be a divisor.
    private var isPercentage: Bool {
        mutating get {
            switch token.kind {
            case .number, .name, .string: token.kind == .name && Self.wordOperators.contains(token.text)
            case .mark: !token.isMark("(") && !token.isMark("[")
            case .newline, .end: true
            }
        }
    }

    static let wordOperators: Set<String> = ["mod", "to", "in", "and", "xor", "or"]

    /// Whether the next word is `in` as the unit: where nothing follows that could be converted to.
    mutating func isInch() -> Bool {
        token.kind == .name && token.text == "in" && isInch(at: position)
    }

    /// The same of a word further on that is known to be `in`.
    private func isInch(at index: Int) -> Bool {
        let next = wordAfter(index)
        // Of two in a row one converts: `5 in in cm`, `5 cm in in`.
        if tokens[next].kind == .name, tokens[next].text == "in" { return !isNoOperand(wordAfter(next)) }
        return isNoOperand(next)
    }

    private func wordAfter(_ index: Int) -> Int {
        var next = min(index + 1, tokens.count - 1)
        if brackets > 0 { while tokens[next].kind == .newline { next += 1 } }
        return next
    }

    private func isNoOperand(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .number, .string: false
        case .name: Self.wordOperators.contains(tokens[index].text)
        case .mark: !tokens[index].isMark("(") && !tokens[index].isMark("[")
        case .newline, .end: true
        }
    }

    /// Operands side by side.
    private mutating func implicitProduct() throws(Fault) -> Node {
        let first = try fraction()
        var links: [Node.Link] = []
        while beginsFactor(after: links.last?.operand ?? first) {
            let place = SourceRange(offset: token.place.offset, length: 0)
            links.append(Node.Link(symbol: .implicit, operand: try fraction(), place: place))
        }
        return Self.joined(first, links)
    }

    /// A name or a parenthesis after anything; a number only after what is no number: `2 3` is a mistake.
    private mutating func beginsFactor(after last: Node) -> Bool {
        switch token.kind {
        case .name: return !Self.wordOperators.contains(token.text) || isInch()
        case .number:
            switch last.kind {
            case .number, .chain, .prefix, .power: return false
            case .postfix(let symbol, _): return symbol == .factorial
            default: return true
            }
        case .mark: return token.isMark("(")
        case .string, .newline, .end: return false
        }
    }

    /// `1/2 x` is `(1/2) x`: a fraction of two plain numbers before a name or a parenthesis binds more tightly than the
    /// product that is not written.
    private mutating func fraction() throws(Fault) -> Node {
        var node = try percentage()
        while token.isMark("/"), Self.isPlainNumber(node), case .number = tokens[position + 1].kind,
            beginsUnwrittenFactor(at: position + 2)
        {
            let place = token.place
            position += 1
            let divisor = try prefix()
            node = Node(
                .chain(node, [Node.Link(symbol: .divide, operand: divisor, place: place)]),
                node.place.union(divisor.place))
        }
        return node
    }

    private func beginsUnwrittenFactor(at index: Int) -> Bool {
        guard tokens[index].kind == .name else { return tokens[index].isMark("(") }
        return !Self.wordOperators.contains(tokens[index].text) || tokens[index].text == "in" && isInch(at: index)
    }

    private static func isPlainNumber(_ node: Node) -> Bool {
        switch node.kind {
        case .number: true
        case .prefix(_, let operand): isPlainNumber(operand)
        case .chain(let first, let links):
            links.count == 1 && links[0].symbol == .divide && isPlainNumber(first) && isPlainNumber(links[0].operand)
        default: false
        }
    }

    private mutating func prefix() throws(Fault) -> Node {
        let sign = token
        let symbol: PrefixOperator?
        switch sign.kind {
        case .mark: symbol = ["-", "+", "~"].contains(sign.text) ? PrefixOperator(rawValue: sign.text) : nil
        case .name: symbol = sign.text == "not" ? .not : nil
        default: symbol = nil
        }
        guard let symbol else { return try power() }
        position += 1
        let operand = try deeper { parser throws(Fault) in try parser.prefix() }
        return Node(.prefix(symbol, operand), sign.place.union(operand.place))
    }

    private mutating func power() throws(Fault) -> Node {
        let base = try postfix()
        let isElementwise = token.isMark(".^")
        guard take("^") || take(".^") else { return base }
        let exponent = try deeper { parser throws(Fault) in try parser.prefix() }
        return Node(.power(base, exponent, isElementwise: isElementwise), base.place.union(exponent.place))
    }

    private mutating func postfix() throws(Fault) -> Node {
        var node = try access()
        var count = 0
        while token.isMark("!") || token.isMark("'") || token.isMark(".'") {
            count += 1
            guard depth + count <= Limits.nesting else {
                throw Fault(
                    .tooLarge, "More than \(Limits.nesting) signs follow each other", at: token.place)
            }
            let sign = token
            position += 1
            let symbol: PostfixOperator = sign.isMark("!") ? .factorial : .transpose
            node = Node(.postfix(symbol, node), node.place.union(sign.place))
        }
        return node
    }
}
