import Numbers

/// A word of an expression.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case number(Rational)
        case name
        case string(String)
        /// An operator, a bracket, a comma, a semicolon.
        case mark
        case newline
        case end
    }

    let kind: Kind
    /// The word as it was written.
    let text: String
    let place: SourceRange
    /// What the word can be as an operator.
    let operators: OperatorRoles

    init(kind: Kind, text: String, place: SourceRange, operators: OperatorRoles = OperatorRoles()) {
        (self.kind, self.text, self.place, self.operators) = (kind, text, place, operators)
    }

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}
