import Numbers
import Text

/// Cuts a source into words. A quotation mark is a text where an operand may stand, and a transposition after one.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var tokens: [Token] = []

    private init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    /// A word made of signs.
    private struct Mark {
        let text: String
        let scalars: [Unicode.Scalar]
    }

    /// The marks by their first sign, longer ones first.
    private static let marks: [Unicode.Scalar: [Mark]] = {
        let punctuation = ["(", ")", "[", "]", "{", "}", ",", ";", ":", "?", "=", "."]
        let marks = (punctuation + OperatorTable.marks).map { Mark(text: $0, scalars: Array($0.unicodeScalars)) }
        return Dictionary(grouping: marks) { $0.scalars[0] }
            .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

    /// The signs that a point before them belongs to: `2.*x`, `2.^x`.
    private static let dotted = Set((marks["."] ?? []).compactMap { $0.scalars.dropFirst().first })

    /// The words of a source, the last of them `end`.
    /// - Throws: `syntax_error` with its place.
    static func tokens(of source: String) throws(Fault) -> [Token] {
        guard source.utf8.count <= Limits.sourceBytes else {
            throw Fault(
                .tooLarge, "The expression is longer than \(Limits.sourceBytes) bytes: divide it into shorter ones")
        }
        if let place = source.overlongMarkRun {
            throw Fault(
                .syntaxError, "Here stand more than \(String.marksInARow) combining marks in a row: leave some out",
                at: SourceRange(offset: place, length: String.marksInARow + 1))
        }
        var lexer = Lexer(source)
        while let token = try lexer.next() { lexer.tokens.append(token) }
        lexer.tokens.append(Token(kind: .end, text: "", place: SourceRange(offset: lexer.position, length: 0)))
        return lexer.tokens
    }

    private mutating func next() throws(Fault) -> Token? {
        skipBlanks()
        guard let scalar = peek() else { return nil }
        let start = position
        if scalar == "\n" || scalar == "\r" {
            position += 1
            return token(.newline, from: start)
        }
        if scalar.isDigit || scalar == "." && peek(1)?.isDigit == true { return try number() }
        if scalar.isNameStart {
            while let next = peek(), next.isNameStart || next.isDigit { position += 1 }
            return word(.name, text(from: start), from: start)
        }
        if scalar == "\"" || scalar == "'" && !isAfterOperand { return try string(quote: scalar) }
        return try mark()
    }

    private mutating func skipBlanks() {
        while let scalar = peek() {
            if scalar == "#" {
                while let next = peek(), next != "\n" { position += 1 }
            } else if scalar == " " || scalar == "\t" || Typography.isFixedBlank(scalar) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func mark() throws(Fault) -> Token {
        let start = position
        if let scalar = peek(), let synonym = Typography.synonyms[scalar] {
            position += 1
            return word(.mark, synonym, from: start)
        }
        for mark in Self.marks[scalars[start]] ?? [] where scalars[start...].starts(with: mark.scalars) {
            position += mark.scalars.count
            return word(.mark, mark.text, from: start)
        }
        let place = SourceRange(offset: start, length: 1)
        let shown = scalars[start].properties.isWhitespace ? "blank" : "character \"\(scalars[start])\""
        throw Fault(.syntaxError, "The \(shown) means nothing in an expression", at: place)
    }

    private mutating func string(quote: Unicode.Scalar) throws(Fault) -> Token {
        let start = position
        position += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek(), scalar != quote {
            position += 1
            if scalar == "\\", let escaped = peek() {
                position += 1
                text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            } else {
                text.append(scalar)
            }
        }
        guard peek() == quote else {
            throw Fault(
                .syntaxError, "The text that begins here has no end: close it with \(quote)",
                at: SourceRange(offset: start, length: position - start))
        }
        position += 1
        return token(.string(String(text)), from: start)
    }

    /// Whether the word before is an operand that ends right here, without a blank in between.
    private var isAfterOperand: Bool {
        guard let last = tokens.last, last.place.offset + last.place.length == position else { return false }
        return switch last.kind {
        case .number, .name, .string: true
        // (Not after `.'`: what follows that is a text.)
        case .mark: last.text == ")" || last.text == "]" || last.operators.postfix?.word == last.text
        case .newline, .end: false
        }
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    /// A word that may be an operator.
    private func word(_ kind: Token.Kind, _ text: String, from start: Int) -> Token {
        Token(
            kind: kind, text: text, place: SourceRange(offset: start, length: position - start),
            operators: OperatorTable.roles[text] ?? OperatorRoles())
    }

    private func token(_ kind: Token.Kind, from start: Int) -> Token {
        Token(
            kind: kind, text: text(from: start), place: SourceRange(offset: start, length: position - start))
    }

    private func text(from start: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<position]))
    }
}

extension Lexer {
    /// `12`, `.5`, `1e-3`, `0xff`, `0b101`, `0o17`.
    private mutating func number() throws(Fault) -> Token {
        let start = position
        if peek() == "0", let base = peek(1).flatMap({ Self.bases[$0] }), peek(2)?.hexDigitValue != nil {
            return try whole(base: base)
        }
        skipDigits()
        if peek() == ".", peek(1).map({ !Self.dotted.contains($0) }) ?? true {
            position += 1
            skipDigits()
        }
        if let e = peek(), e == "e" || e == "E" {
            let isSigned = peek(1) == "+" || peek(1) == "-" || peek(1) == Typography.minus
            if peek(isSigned ? 2 : 1)?.isDigit == true {
                position += isSigned ? 2 : 1
                skipDigits()
            }
        }
        let place = SourceRange(offset: start, length: position - start)
        let text = Typography.plain(text(from: start))
        do throws(NumberSyntaxError) {
            return Token(kind: .number(try Rational(parsing: text)), text: text, place: place)
        } catch {
            throw Fault(error.kind == .tooLarge ? .tooLarge : .syntaxError, error.message, at: place)
        }
    }

    private static let bases: [Unicode.Scalar: Int] = ["x": 16, "X": 16, "b": 2, "B": 2, "o": 8, "O": 8]

    private mutating func whole(base: Int) throws(Fault) -> Token {
        let start = position
        position += 2
        var value = Integer.zero
        let factor = Integer(base)
        while let digit = peek()?.hexDigitValue {
            guard digit < base else {
                throw Fault(
                    .syntaxError, "The digit is not one of base \(base)", at: SourceRange(offset: position, length: 1))
            }
            value = value * factor + Integer(digit)
            position += 1
        }
        return token(.number(Rational(value)), from: start)
    }

    private mutating func skipDigits() {
        while peek()?.isDigit == true { position += 1 }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isNameStart: Bool { properties.isAlphabetic || self == "_" || self == "$" }
    fileprivate var hexDigitValue: Int? { isASCII ? Character(self).hexDigitValue : nil }
}
