extension Catalogue {
    /// Operations of physical units.
    static let units: [MathOperation] = [.unit, .to, .toValue, .splitUnit, .createUnit]
}
