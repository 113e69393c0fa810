extension Node {
    /// The expression as text of the language, with parentheses only where the grammar needs them: reading it gives the
    /// same tree, but for the parentheses.
    var text: String { printed.text }

    /// How tightly a part binds, as in the grammar.
    private enum Level: Int, Comparable {
        case statement, conditional, or, xor, and, bitOr, bitXor, bitAnd, comparison, shift, conversion, range, sum
        case product, implicit, prefix, power, postfix, access

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// A text and how tightly it binds.
    private struct Printed {
        let text: String
        let level: Level

        init(_ text: String, _ level: Level) {
            self.text = text
            self.level = level
        }

        /// The text where at least this level belongs.
        func at(_ level: Level) -> String { self.level < level ? "(\(text))" : text }
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
            return Printed(parts.map { $0?.printed.at(.sum) ?? "" }.joined(separator: ":"), .range)
        case .prefix(let symbol, let operand):
            return Printed(symbol.rawValue + (symbol == .not ? " " : "") + operand.printed.at(.prefix), .prefix)
        case .postfix(.percent, let operand): return Printed(operand.printed.at(.prefix) + "%", .implicit)
        case .postfix(let symbol, let operand):
            return Printed(operand.printed.at(.postfix) + symbol.rawValue, .postfix)
        case .power(let base, let exponent, let isElementwise):
            let sign = isElementwise ? " .^ " : "^"
            return Printed(base.printed.at(.postfix) + sign + exponent.printed.at(.prefix), .power)
        case .chain(let first, let links): return Self.chain(first, links)
        case .comparison(let first, let comparisons):
            let text = comparisons.reduce(first.operandText(at: .shift)) {
                "\($0) \($1.symbol.rawValue) \($1.operand.operandText(at: .shift))"
            }
            return Printed(text, .comparison)
        case .conditional(let condition, let a, let b):
            let parts = [condition.operandText(at: .or), a.operandText(at: .or), b.operandText(at: .conditional)]
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
    private func operandText(at level: Level) -> String {
        if case .range = kind { return "(\(text))" }
        return printed.at(level)
    }
}

extension Node {
    private static func level(of symbol: BinaryOperator) -> Level {
        switch symbol {
        case .add, .subtract: .sum
        case .multiply, .divide, .elementMultiply, .elementDivide, .modulo: .product
        case .implicit: .implicit
        case .leftShift, .rightShift, .logicalRightShift: .shift
        case .to: .conversion
        case .bitAnd: .bitAnd
        case .bitXor: .bitXor
        case .bitOr: .bitOr
        case .and: .and
        case .xor: .xor
        case .or: .or
        }
    }

    private static func chain(_ first: Node, _ links: [Link]) -> Printed {
        let level = level(of: links[0].symbol)
        if level == .implicit { return implicit(first, links) }
        // One level tighter: a chain within a chain keeps its parentheses.
        let inner = Level(rawValue: level.rawValue + 1) ?? .access
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
            text += isFraction ? "/\(operand)" : " \(link.symbol.rawValue) \(operand)"
            last = link.operand
        }
        return Printed(text, level)
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
            let isPlain = isFraction || operand.printed.level >= (index == 0 ? .prefix : .power)
            let isFactor = index == 0 || operand.beginsWithName
            texts.insert(isPlain && isFactor && !isCallee ? operand.text : "(\(operand.text))", at: 0)
        }
        return Printed(texts.joined(separator: " "), .implicit)
    }

    private var isNumber: Bool { if case .number = kind { true } else { false } }
    private var isName: Bool { if case .symbol = kind { true } else { false } }

    private var isPlainNumber: Bool {
        if case .prefix(_, let operand) = kind { operand.isPlainNumber } else { isNumber }
    }

    private var isPlainFraction: Bool {
        guard case .chain(let first, let links) = kind else { return false }
        return links.count == 1 && links[0].symbol == .divide && first.isPlainNumber && links[0].operand.isNumber
    }

    /// Whether the first word is a name that can stand behind another operand.
    private var beginsWithName: Bool {
        switch leftmost.kind {
        case .symbol(let name), .call(let name, _): !Parser.wordOperators.contains(name)
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
