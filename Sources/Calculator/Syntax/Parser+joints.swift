extension Parser {
    /// What joins an operand to what follows it.
    struct Joint {
        let kind: Kind
        let precedence: Precedence

        enum Kind {
            case infix(InfixOperator)
            case postfix(PostfixOperator)
            /// The colon of a range.
            case range
        }

        /// Two operands side by side.
        static let implicit = Joint(kind: .infix(.binary(.implicit)), precedence: .implicit)

        init(kind: Kind, precedence: Precedence) {
            (self.kind, self.precedence) = (kind, precedence)
        }

        init(_ symbol: InfixOperator) {
            self.init(kind: .infix(symbol), precedence: symbol.precedence)
        }
    }

    /// What follows an operand, in the reading that binds less tightly than `bound`; nil when nothing that joins.
    mutating func joint(after operand: Node, below bound: Precedence) -> Joint? {
        guard let joint = reading(of: token, after: operand, below: bound), joint.precedence < bound else { return nil }
        return joint
    }

    private func reading(of token: Token, after operand: Node, below bound: Precedence) -> Joint? {
        switch token.kind {
        case .name:
            guard let symbol = token.operators.infix, !isInch(at: position) else { return .implicit }
            return Joint(symbol)
        case .number: return operand.canPrecedeNumber ? .implicit : nil
        case .mark:
            if let symbol = token.operators.postfix, symbol.precedence < bound,
                symbol != .percent || isNoOperand(wordAfter(position))
            {
                return Joint(kind: .postfix(symbol), precedence: symbol.precedence)
            }
            if let symbol = token.operators.infix {
                return isInFraction(symbol, operand, below: bound)
                    ? Joint(kind: .infix(symbol), precedence: .fraction) : Joint(symbol)
            }
            if token.isMark("(") { return .implicit }
            return token.isMark(":") && conditionals.last != brackets
                ? Joint(kind: .range, precedence: .range) : nil
        case .string, .newline, .end: return nil
        }
    }

    /// `1/2 x` is `(1/2) x`: a fraction of two plain numbers before a name or a parenthesis binds more tightly than the
    /// product that is not written.
    private func isInFraction(_ symbol: InfixOperator, _ operand: Node, below bound: Precedence) -> Bool {
        guard case .binary(.divide) = symbol, bound > .fraction, operand.isPlainNumber,
            case .number = tokens[position + 1].kind
        else { return false }
        let index = position + 2
        guard tokens[index].kind == .name else { return tokens[index].isMark("(") }
        return tokens[index].operators.infix == nil || isInch(at: index)
    }

    /// Whether the next word is `in` as the unit.
    mutating func isInch() -> Bool {
        token.kind == .name && isInch(at: position)
    }

    /// Whether a name is `in` as the unit: where nothing follows that could be converted to.
    private func isInch(at index: Int) -> Bool {
        guard tokens[index].text == OperatorTable.inch else { return false }
        let next = wordAfter(index)
        // Of two in a row one converts: `5 in in cm`, `5 cm in in`.
        if tokens[next].kind == .name, tokens[next].text == OperatorTable.inch { return !isNoOperand(wordAfter(next)) }
        return isNoOperand(next)
    }

    private func wordAfter(_ index: Int) -> Int {
        var next = min(index + 1, tokens.count - 1)
        if brackets > 0 { while tokens[next].kind == .newline { next += 1 } }
        return next
    }

    /// Whether no operand begins with the word: a percent sign before it is no remainder, and an `in` no conversion.
    private func isNoOperand(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .number, .string: false
        case .name: tokens[index].operators.infix != nil
        case .mark: !tokens[index].isMark("(") && !tokens[index].isMark("[")
        case .newline, .end: true
        }
    }
}

extension Node {
    /// Whether a number behind it is a factor: `2 3` is a mistake.
    fileprivate var canPrecedeNumber: Bool {
        switch kind {
        case .number, .chain, .prefix, .power: false
        case .postfix(let symbol, _): symbol == .factorial
        default: true
        }
    }
}
