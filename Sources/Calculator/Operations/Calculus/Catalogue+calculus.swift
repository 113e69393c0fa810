extension Catalogue {
    /// Operations of calculus and symbolic work.
    static let calculus: [MathOperation] = [
        .derivative, .simplify, .integrate, .findRoots, .sumSeries, .taylor, .limit,
    ]
}
