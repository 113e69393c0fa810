extension UnitProduct {
    /// The one unit for the whole, such as N for kg m / s^2, or a product of powers of base units where that is shorter.
    /// Of several units for one dimension the last one written is taken, else that of the SI.
    var simplified: UnitProduct {
        let dimension = self.dimension
        if let unit = preferred(dimension) { return UnitProduct(unit) }
        var powers = dimension.powers
        var factors: [UnitFactor] = []
        for base in BaseDimension.standard {
            guard let power = powers.removeValue(forKey: base), let unit = preferred(.base(base)) else { continue }
            factors.append(UnitFactor(unit: unit, power: power))
        }
        for (base, power) in powers.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            guard let unit = preferred(.base(base)) else { return self }
            factors.append(UnitFactor(unit: unit, power: power))
        }
        return factors.count < self.factors.count ? UnitProduct(factors) : self
    }

    private func preferred(_ dimension: Dimension) -> PrefixedUnit? {
        factors.last { $0.unit.unit.dimension == dimension }?.unit
            ?? Self.internationalUnits[dimension].flatMap { UnitTable.unit(named: $0) }
    }

    private static let internationalUnits: [Dimension: String] = [
        .mass: "kg", .length: "m", .time: "s", .current: "A", .temperature: "K", .luminousIntensity: "cd",
        .amountOfSubstance: "mol", .angle: "rad", .data: "b", .frequency: "Hz", .force: "N", .energy: "J", .power: "W",
        .pressure: "Pa", .charge: "C", .potential: "V", .resistance: "ohm", .conductance: "S", .capacitance: "F",
        .inductance: "H", .magneticFlux: "Wb", .magneticFluxDensity: "T",
    ]
}

extension Dimension {
    /// Some units that fit; nil where none has a name of its own.
    var examples: String? { Self.exampleUnits[self] }

    private static let exampleUnits: [Dimension: String] = [
        .mass: "kg, g or lb", .length: "m, km or inch", .time: "s, min or day", .current: "A",
        .temperature: "K, degC or degF", .luminousIntensity: "cd", .amountOfSubstance: "mol", .angle: "rad or deg",
        .data: "b, B or KiB", .area: "m^2, hectare or acre", .volume: "m^3, L or gal", .frequency: "Hz",
        .force: "N or lbf", .energy: "J, kWh or BTU", .power: "W or hp", .pressure: "Pa, bar or psi", .charge: "C",
        .potential: "V", .resistance: "ohm", .conductance: "S", .capacitance: "F", .inductance: "H",
        .magneticFlux: "Wb", .magneticFluxDensity: "T",
    ]
}
