/// What became of a statement.
public struct Outcome: Sendable {
    /// The statement, hidden or not.
    public let statement: Statement
    /// Its value.
    public let value: Rendering
}
