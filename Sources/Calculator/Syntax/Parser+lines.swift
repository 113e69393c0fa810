extension Parser {
    /// A line that ends with an operator goes on in the next one.
    static func continuingLines(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.kind == .newline }) else { return tokens }
        var kept: [Token] = []
        for token in tokens {
            if token.kind == .newline, let last = kept.last, last.continues { continue }
            kept.append(token)
        }
        return kept
    }
}

extension Token {
    /// Whether an operand has to follow. (`%` and `in` may be the end of what they stand in.)
    fileprivate var continues: Bool {
        if isMark("=") || isMark("?") || isMark(":") { return true }
        guard operators.postfix == nil, text != OperatorTable.inch else { return false }
        return operators.prefix != nil || operators.infix != nil
    }
}
