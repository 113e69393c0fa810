extension Catalogue {
    /// Operations as clients of the legacy service know them: with its names for the parameters.
    public static let legacy: [MathOperation] = [
        .pow.renamingParameters(["a": "x", "b": "y"]), .factorial, .fibonacci,
    ]

    /// The legacy service's operation of that name; nil where it has none.
    public static func legacyOperation(named name: String) -> MathOperation? { legacy.first { $0.name == name } }
}
