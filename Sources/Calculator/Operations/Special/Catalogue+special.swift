extension Catalogue {
    /// Operations of special functions.
    static let special: [MathOperation] = []
}
