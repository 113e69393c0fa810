extension Parser {
    private static let continuing: Set<String> = [
        "+", "-", "*", "/", "^", ".*", "./", ".^", "==", "!=", "<", ">", "<=", ">=", "&", "|", "^|", "<<", ">>", ">>>",
        "=", "?", ":", "~",
    ]
    private static let continuingWords: Set<String> = ["and", "or", "xor", "not", "mod", "to"]

    /// A line that ends with an operator goes on in the next one. (`%` and `in` may be the end of what they stand in.)
    static func continuingLines(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.kind == .newline }) else { return tokens }
        var kept: [Token] = []
        for token in tokens {
            if token.kind == .newline, let last = kept.last,
                last.kind == .mark ? continuing.contains(last.text) : isWord(last)
            {
                continue
            }
            kept.append(token)
        }
        return kept
    }

    private static func isWord(_ token: Token) -> Bool {
        token.kind == .name && continuingWords.contains(token.text)
    }
}
