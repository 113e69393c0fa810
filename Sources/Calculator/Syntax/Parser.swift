import Numbers

/// Reads statements by recursive descent, and the operators in them by precedence climbing.
///
/// The grammar is mathjs's:
///
///     statements  = statement { (";" | newline) statement }
///     assignment  = conditional [ "=" assignment ]              name, name[i], name(a, b)
///     conditional = operation [ "?" assignment ":" assignment ]
///     operation   = operands between, behind and before operators, in the order of `Precedence`
///     access      = primary { "(" arguments ")" | "[" indices "]" }
///     primary     = number | text | name | "(" assignment ")" | "[" rows "]"
struct Parser {
    var tokens: [Token]
    var position = 0
    /// How deep the part being read is nested.
    var depth = 0
    /// In how many brackets it stands: there a newline is a blank.
    var brackets = 0
    /// The brackets in which a conditional waits for its colon, which is then no range.
    var conditionals: [Int] = []

    /// The statements of a source.
    /// - Throws: `syntax_error` or `too_large` with its place.
    static func statements(of source: String) throws(Fault) -> [Statement] {
        // No source is nested deeper than it is long.
        if source.utf8.count <= shallowBytes { return try read(source) }
        return try Stack.deep { () throws(Fault) in try read(source) }
    }

    private static let shallowBytes = 64

    private static func read(_ source: String) throws(Fault) -> [Statement] {
        var parser = Parser(tokens: continuingLines(try Lexer.tokens(of: source)))
        return try parser.statements()
    }

    /// The one expression of a source.
    static func expression(of source: String) throws(Fault) -> Node {
        let statements = try statements(of: source)
        guard statements.count == 1 else {
            throw Fault(
                .syntaxError, "Give one expression here, not several statements", at: statements[1].node.place)
        }
        return statements[0].node
    }

    private mutating func statements() throws(Fault) -> [Statement] {
        var statements: [Statement] = []
        while true {
            while token.kind == .newline || token.isMark(";") { position += 1 }
            if token.kind == .end { break }
            let node = try assignment()
            guard token.kind == .end || token.kind == .newline || token.isMark(";") else { throw unexpected() }
            statements.append(Statement(node: node, isHidden: token.isMark(";")))
        }
        if statements.isEmpty {
            throw Fault(.syntaxError, "The expression is empty: write one such as 1/3 + 1/6", at: token.place)
        }
        return statements
    }
}

extension Parser {
    /// The word to be read next; in brackets newlines are passed over.
    var token: Token {
        mutating get {
            if brackets > 0 { while tokens[position].kind == .newline { position += 1 } }
            return tokens[position]
        }
    }

    /// Takes the next word when it is this mark.
    mutating func take(_ mark: String) -> Bool {
        guard token.isMark(mark) else { return false }
        position += 1
        return true
    }

    /// Takes the next word when it is this name.
    mutating func take(name: String) -> Bool {
        guard token.kind == .name, token.text == name else { return false }
        position += 1
        return true
    }

    mutating func expect(_ mark: String, openedAt place: SourceRange) throws(Fault) {
        if take(mark) { return }
        if token.kind == .end {
            throw Fault(.syntaxError, "A \(mark) is missing: the bracket that begins here is not closed", at: place)
        }
        throw unexpected(wanted: mark)
    }

    /// What is said of a word that does not fit.
    mutating func unexpected(wanted: String? = nil) -> Fault {
        let token = token
        let wish = wanted.map { ": \($0) would fit here" } ?? ""
        switch token.kind {
        case .end: return Fault(.syntaxError, "The expression ends too early\(wish)", at: token.place)
        case .newline: return Fault(.syntaxError, "The line ends too early\(wish)", at: token.place)
        case .number:
            return Fault(
                .syntaxError, "The number \(token.text.shortened) stands where an operator should be", at: token.place)
        default:
            return Fault(.syntaxError, "\"\(token.text.shortened)\" does not fit here\(wish)", at: token.place)
        }
    }

    /// Reads a part one level deeper.
    mutating func deeper<Result>(_ read: (inout Parser) throws(Fault) -> Result) throws(Fault) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Limits.nesting else {
            throw Fault(
                .tooLarge, "The expression is nested deeper than \(Limits.nesting) levels: give parts of it names",
                at: token.place)
        }
        return try read(&self)
    }
}

extension String {
    /// At most 30 characters, for a message.
    var shortened: String {
        unicodeScalars.count > 30 ? String(String.UnicodeScalarView(unicodeScalars.prefix(29))) + "…" : self
    }
}
