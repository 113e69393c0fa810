extension Catalogue {
    /// Operations of sets.
    static let sets: [MathOperation] = [
        .setUnion, .setIntersect, .setDifference, .setSymDifference, .setIsSubset, .setSize, .setDistinct,
        .setMultiplicity, .setCartesian, .setPowerset,
    ]
}
