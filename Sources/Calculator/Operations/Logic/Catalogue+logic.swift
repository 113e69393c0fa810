extension Catalogue {
    /// Operations of truth values and comparisons.
    static let logic: [MathOperation] = []
}
