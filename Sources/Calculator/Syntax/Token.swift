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

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}
