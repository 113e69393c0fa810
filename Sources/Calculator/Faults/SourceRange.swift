/// A place in a source text, counted in Unicode scalars.
public struct SourceRange: Sendable, Equatable {
    /// Where it begins; 0 for the first scalar.
    public let offset: Int
    /// How long it is; 0 for a place between two scalars, as the end.
    public let length: Int

    /// The range of that length.
    public init(offset: Int, length: Int) {
        self.offset = offset
        self.length = length
    }

    /// The shortest range that contains both.
    func union(_ other: SourceRange) -> SourceRange {
        let start = min(offset, other.offset)
        return SourceRange(offset: start, length: max(offset + length, other.offset + other.length) - start)
    }
}
