extension Parser {
    /// An operand and the operators around it that bind at least as tightly as `least`, by precedence climbing: the right
    /// operand of each is read in the same way, one precedence tighter.
    mutating func operation(atLeast least: Precedence) throws(Fault) -> Node {
        var (left, bound) = try leftOperand(atLeast: least)
        while let joint = joint(after: left, below: bound), joint.precedence >= least {
            left = try joined(left, joint)
            bound = joint.precedence
        }
        return left
    }

    /// What stands before the first operator, and how tightly it binds: what comes behind it binds less tightly.
    private mutating func leftOperand(atLeast least: Precedence) throws(Fault) -> (Node, Precedence) {
        let sign = token
        if let symbol = sign.operators.prefix {
            position += 1
            let operand = try deeper { parser throws(Fault) in try parser.operation(atLeast: symbol.precedence) }
            return (Node(.prefix(symbol, operand), sign.place.union(operand.place)), symbol.precedence)
        }
        // In an index: `:`, `:end`.
        if least <= .range, brackets > 0, sign.isMark(":") {
            guard conditionals.last != brackets else { throw unexpected() }
            return (try range(from: nil), .range)
        }
        return (try access(), .access)
    }

    /// The operand with the operator behind it, and its right operands.
    private mutating func joined(_ left: Node, _ joint: Joint) throws(Fault) -> Node {
        switch joint.kind {
        case .range: return try range(from: left)
        case .infix(.comparison): return try comparison(left)
        case .infix(.binary(let symbol)):
            return joint.precedence == .power
                ? try power(left, symbol) : try chain(left, symbol, joint.precedence)
        case .postfix where joint.precedence == .postfix: return try signs(left)
        case .postfix(let symbol):
            let place = token.place
            position += 1
            return Node(.postfix(symbol, left), left.place.union(place))
        }
    }

    /// Operators of one precedence, left to right.
    private mutating func chain(
        _ first: Node, _ symbol: BinaryOperator, _ precedence: Precedence
    ) throws(Fault) -> Node {
        var links: [Node.Link] = []
        var last = first
        var next: BinaryOperator? = symbol
        while let symbol = next {
            var place = token.place
            if symbol == .implicit { place = SourceRange(offset: place.offset, length: 0) } else { position += 1 }
            last = try operation(atLeast: precedence.tighter)
            links.append(Node.Link(symbol: symbol, operand: last, place: place))
            next = nil
            if let joint = joint(after: last, below: precedence.tighter), joint.precedence == precedence,
                case .infix(.binary(let symbol)) = joint.kind
            {
                next = symbol
            }
        }
        return Node(.chain(first, links), first.place.union(last.place))
    }

    private mutating func comparison(_ first: Node) throws(Fault) -> Node {
        var comparisons: [Node.Comparison] = []
        var last = first
        while case .comparison(let symbol)? = token.operators.infix {
            position += 1
            last = try operation(atLeast: symbol.precedence.tighter)
            comparisons.append(Node.Comparison(symbol: symbol, operand: last))
        }
        return Node(.comparison(first, comparisons), first.place.union(last.place))
    }

    /// From right to left, and a sign may stand before the exponent: `2^-3^2`.
    private mutating func power(_ base: Node, _ symbol: BinaryOperator) throws(Fault) -> Node {
        position += 1
        let exponent = try deeper { parser throws(Fault) in try parser.operation(atLeast: .prefix) }
        return Node(
            .power(base, exponent, isElementwise: symbol == .elementPower), base.place.union(exponent.place))
    }

    /// The signs behind an operand: `3!`, `m'`.
    private mutating func signs(_ operand: Node) throws(Fault) -> Node {
        var node = operand
        var count = 0
        while let symbol = token.operators.postfix, symbol.precedence == .postfix {
            count += 1
            guard depth + count <= Limits.nesting else {
                throw Fault(
                    .tooLarge, "More than \(Limits.nesting) signs follow each other", at: token.place)
            }
            node = Node(.postfix(symbol, node), node.place.union(token.place))
            position += 1
        }
        return node
    }

    /// `start:end` or `start:step:end`, and in an index `:`, `start:`, `:end`.
    private mutating func range(from first: Node?) throws(Fault) -> Node {
        var parts: [Node?] = []
        var place = first?.place ?? token.place
        while parts.count < 2, token.isMark(":") {
            place = place.union(token.place)
            position += 1
            let isOpen = token.isMark(",") || token.isMark("]") || token.isMark(")") || token.isMark(":")
            let part = isOpen ? nil : try operation(atLeast: Precedence.range.tighter)
            if let part { place = place.union(part.place) }
            parts.append(part)
        }
        let end = parts.last ?? nil
        return Node(.range(start: first, step: parts.count == 2 ? parts[0] : nil, end: end), place)
    }
}
