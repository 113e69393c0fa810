extension Catalogue {
    /// Operations of polynomials.
    static let polynomials: [MathOperation] = [
        .polyroots, .polynomialRoot, .polyfactor, .polygcd, .polyeval, .expand, .resultant, .discriminant,
    ]
}
