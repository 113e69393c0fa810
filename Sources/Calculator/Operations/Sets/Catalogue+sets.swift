extension Catalogue {
    /// Operations of sets.
    static let sets: [MathOperation] = []
}
