extension Catalogue {
    /// Operations of probability distributions.
    static let distributions: [MathOperation] = []
}
