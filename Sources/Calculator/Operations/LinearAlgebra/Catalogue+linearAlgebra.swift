extension Catalogue {
    /// Operations of linear algebra.
    static let linearAlgebra: [MathOperation] = []
}
