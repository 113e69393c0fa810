extension Catalogue {
    /// Operations of probability distributions.
    static let distributions: [MathOperation] = [
        .normalPdf, .normalCdf, .normalQuantile, .tPdf, .tCdf, .tQuantile,
        .chiSquarePdf, .chiSquareCdf, .chiSquareQuantile, .fPdf, .fCdf, .fQuantile,
        .binomialPdf, .binomialCdf, .binomialQuantile, .poissonPdf, .poissonCdf, .poissonQuantile,
        .exponentialPdf, .exponentialCdf, .exponentialQuantile, .uniformPdf, .uniformCdf, .uniformQuantile,
    ]
}
