/// A source that has been read: once, for all that is asked of it.
public struct Program: Sendable {
    /// The source as it was given.
    public let source: String
    let statements: [Statement]

    /// - Throws: `syntax_error` or `too_large` with its place.
    public init(_ source: String) throws(Fault) {
        statements = try Parser.statements(of: source)
        self.source = source
    }

    /// The program of a source, or why it is none.
    public static func read(_ source: String) -> Result<Program, Fault> {
        Result { () throws(Fault) in try Program(source) }
    }

    /// The source as LaTeX.
    public var latex: String { statements.map(\.node.latex).joined(separator: ";\\; ") }
}
