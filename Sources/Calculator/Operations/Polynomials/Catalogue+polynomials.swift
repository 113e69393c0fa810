extension Catalogue {
    /// Operations of polynomials.
    static let polynomials: [MathOperation] = []
}
