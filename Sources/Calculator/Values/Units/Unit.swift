import Numbers

/// A unit of measure.
struct Unit: Sendable, Hashable {
    /// As it is written: `cm` is the unit `m` with a prefix.
    let name: String
    let dimension: Dimension
    /// How large it is without a prefix.
    let scale: UnitScale
    /// What is added before the scale: 273.15 for degC, so that 0 degC is 273.15 K.
    let offset: Rational
    let prefixes: PrefixSet

    init(
        _ name: String, _ dimension: Dimension, _ scale: UnitScale, offset: Rational = 0, prefixes: PrefixSet = .none
    ) {
        self.name = name
        self.dimension = dimension
        self.scale = scale
        self.offset = offset
        self.prefixes = prefixes
    }
}

/// A unit with its prefix: `cm`.
struct PrefixedUnit: Sendable, Hashable {
    let unit: Unit
    let prefix: UnitPrefix

    var name: String { prefix.name + unit.name }
    var scale: UnitScale { UnitScale(prefix.factor) * unit.scale }
}

/// A unit with its prefix and its power: `cm^2`.
struct UnitFactor: Sendable, Hashable {
    let unit: PrefixedUnit
    /// Not 0.
    let power: Int
}
