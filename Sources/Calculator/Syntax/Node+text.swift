extension Node {
    /// The expression as text of the language, with parentheses only where the grammar needs them: reading it gives the
    /// same tree, but for the parentheses.
    var text: String { printed.text }

    /// A text and how tightly it binds.
    private struct Printed {
        let text: String
        let precedence: Precedence

        init(_ text: String, _ precedence: Precedence) {
            self.text = text
            self.precedence = precedence
        }

        /// The text where at least this precedence belongs.
        func at(_ least: Precedence) -> String { precedence < least ? "(\(text))" : text }
    }

    private var printed: Printed {
        switch kind {
        case .number(_, let text): return Printed(text.hasSuffix(".") ? String(text.dropLast()) : text, .access)
        case .string(let text): return Printed(Quoting.quoted(text), .access)
        case .symbol(let name): return Printed(name, .access)
        case .list(let elements): return Printed("[\(Self.joined(elements))]", .access)
        case .matrix(let rows): return Printed("[\(rows.map(Self.joined).joined(separator: "; "))]", .access)
        case .range(let start, let step, let end):
            let parts: [Node?] = step == nil ? [start, end] : [start, step, end]
            return Printed(parts.map { $0?.printed.at(Precedence.range.tighter) ?? "" }.joined(separator: ":"), .range)
        case .prefix(let symbol, let operand):
            let blank = OperatorTable.names.contains(symbol.word) ? " " : ""
            return Printed(symbol.word + blank + operand.printed.at(symbol.precedence), symbol.precedence)
        case .postfix(let symbol, let operand):
            // Of percent signs one follows an operand.
            let inner = symbol.precedence == .postfix ? Precedence.postfix : symbol.precedence.tighter
            return Printed(operand.printed.at(inner) + symbol.word, symbol.precedence)
        case .power(let base, let exponent, let isElementwise):
            let sign = isElementwise ? " \(BinaryOperator.elementPower.word) " : BinaryOperator.power.word
            return Printed(base.printed.at(Precedence.power.tighter) + sign + exponent.printed.at(.prefix), .power)
        case .chain(let first, let links): return Self.chain(first, links)
        case .comparison(let first, let comparisons):
            let inner = Precedence.comparison.tighter
            let text = comparisons.reduce(first.operandText(at: inner)) {
                "\($0) \($1.symbol.word) \($1.operand.operandText(at: inner))"
            }
            return Printed(text, .comparison)
        case .conditional(let condition, let a, let b):
            let inner = Precedence.conditional.tighter
            let parts = [condition.operandText(at: inner), a.operandText(at: inner), b.operandText(at: .conditional)]
            return Printed("\(parts[0]) ? \(parts[1]) : \(parts[2])", .conditional)
        case .call(let name, let arguments): return Printed("\(name)(\(Self.joined(arguments)))", .access)
        case .index(let list, let indices):
            var base = list.printed.at(.access)
            if case .number = list.kind { base = "(\(base))" }
            return Printed("\(base)[\(Self.joined(indices))]", .access)
        case .assignment(let name, let value): return Printed("\(name) = \(value.text)", .statement)
        case .indexAssignment(let name, let indices, let value):
            return Printed("\(name)[\(Self.joined(indices))] = \(value.text)", .statement)
        case .definition(let name, let parameters, let body):
            return Printed("\(name)(\(parameters.joined(separator: ", "))) = \(body.text)", .statement)
        case .group(let inner): return Printed("(\(inner.text))", .access)
        }
    }

    private static func joined(_ nodes: [Node]) -> String { nodes.map(\.text).joined(separator: ", ") }

    /// A range outside brackets could be taken for a part of a conditional.
    private func operandText(at least: Precedence) -> String {
        if case .range = kind { return "(\(text))" }
        return printed.at(least)
    }
}

extension Node {
    private static func chain(_ first: Node, _ links: [Link]) -> Printed {
        let precedence = links[0].symbol.precedence
        if precedence == .implicit { return implicit(first, links) }
        // A chain within a chain keeps its parentheses.
        let inner = precedence.tighter
        var text = first.operandText(at: inner)
        // `1/2` between plain numbers reads as one number.
        let isFraction =
            links.count == 1 && links[0].symbol == .divide && first.isPlainNumber
            && links[0].operand.isNumber
        var last = first
        for link in links {
            var operand = link.operand.operandText(at: inner)
            // `1 / 2 x` would be half of x.
            if link.symbol == .divide, last.rightmost.isNumber, link.operand.leftmost.isNumber, !link.operand.isNumber,
                !operand.hasPrefix("(")
            {
                operand = "(\(operand))"
            }
            text += isFraction ? "/\(operand)" : " \(link.symbol.word) \(operand)"
            last = link.operand
        }
        return Printed(text, precedence)
    }

    /// Operands side by side, in parentheses wherever they could be read otherwise.
    private static func implicit(_ first: Node, _ links: [Link]) -> Printed {
        let operands = [first] + links.map(\.operand)
        var texts: [String] = []
        // From the end: a name before a parenthesis would be called.
        for (index, operand) in operands.enumerated().reversed() {
            let isCallee = operand.rightmost.isName && texts.first?.hasPrefix("(") == true
            let isFraction =
                index == 0 && operand.isPlainFraction && operands[1].beginsWithName
            let isPlain = isFraction || operand.printed.precedence >= (index == 0 ? .prefix : .power)
            let isFactor = index == 0 || operand.beginsWithName
            texts.insert(isPlain && isFactor && !isCallee ? operand.text : "(\(operand.text))", at: 0)
        }
        return Printed(texts.joined(separator: " "), .implicit)
    }

    private var isNumber: Bool { if case .number = kind { true } else { false } }
    private var isName: Bool { if case .symbol = kind { true } else { false } }

    /// A number, with signs before it or without.
    var isPlainNumber: Bool {
        if case .prefix(_, let operand) = kind { operand.isPlainNumber } else { isNumber }
    }

    private var isPlainFraction: Bool {
        guard case .chain(let first, let links) = kind else { return false }
        return links.count == 1 && links[0].symbol == .divide && first.isPlainNumber && links[0].operand.isNumber
    }

    /// Whether the first word is a name that can stand behind another operand.
    private var beginsWithName: Bool {
        switch leftmost.kind {
        case .symbol(let name), .call(let name, _): !OperatorTable.isInfix(name)
        default: false
        }
    }

    /// The part with the first word, as far as no bracket stands before it.
    private var leftmost: Node {
        switch kind {
        case .power(let part, _, _), .postfix(_, let part), .chain(let part, _), .index(let part, _): part.leftmost
        default: self
        }
    }

    /// The part with the last word, as far as no bracket stands behind it.
    private var rightmost: Node {
        switch kind {
        case .prefix(_, let part), .power(_, let part, _): part.rightmost
        case .chain(_, let links): (links.last?.operand ?? self).rightmost
        default: self
        }
    }
}
