extension Catalogue {
    /// Statistics of lists beyond means and extremes.
    static let moreStatistics: [MathOperation] = [
        .mode, .mad, .spread, .quantile, .quantileSeq, .cov, .corr, .linreg, .zscore, .kldivergence,
    ]
}
