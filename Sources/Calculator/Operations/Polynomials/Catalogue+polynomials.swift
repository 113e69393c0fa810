extension Catalogue {
    /// Operations of polynomials.
    static let polynomials: [MathOperation] = [
        .polyroots, .polyfactor, .polygcd, .polyeval, .expand, .resultant, .discriminant,
    ]
}
