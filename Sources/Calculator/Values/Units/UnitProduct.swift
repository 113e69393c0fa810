import Numbers

/// A product of powers of units: `kg m^2 / s^2`.
struct UnitProduct: Sendable, Hashable {
    /// In the order in which they are written; no unit twice.
    let factors: [UnitFactor]

    /// Puts equal units together.
    init(_ factors: [UnitFactor]) {
        var merged: [UnitFactor] = []
        for factor in factors {
            if let index = merged.firstIndex(where: { $0.unit == factor.unit }) {
                merged[index] = UnitFactor(unit: factor.unit, power: merged[index].power + factor.power)
            } else {
                merged.append(factor)
            }
        }
        self.factors = merged.filter { $0.power != 0 }
    }

    init(_ unit: PrefixedUnit) { factors = [UnitFactor(unit: unit, power: 1)] }

    /// The unit, when it is only one and not a power of it: the case in which prefixes and offsets count.
    var single: PrefixedUnit? {
        factors.count == 1 && factors[0].power == 1 ? factors[0].unit : nil
    }

    var dimension: Dimension {
        factors.reduce(.none) { $0 * $1.unit.unit.dimension.raised(to: $1.power) }
    }

    /// How large it is in coherent SI units, offsets aside.
    func scale() throws(Fault) -> UnitScale {
        try Fault.of(nil) { () throws(NumberError) in
            var scale = UnitScale.one
            for factor in factors { scale = scale * (try factor.unit.scale.raised(to: factor.power)) }
            return scale
        }
    }

    /// What stands between a value in this unit and in coherent SI units besides the scale: 273.15 for degC.
    var offset: Rational { single?.unit.offset ?? 0 }

    /// The product.
    static func * (left: UnitProduct, right: UnitProduct) -> UnitProduct {
        UnitProduct(left.factors + right.factors)
    }

    /// - Throws: `too_large` when a power passes `maximumPower`.
    func raised(to power: Int) throws(Fault) -> UnitProduct {
        UnitProduct(
            try factors.map { factor throws(Fault) in
                let (product, overflow) = factor.power.multipliedReportingOverflow(by: power)
                guard !overflow, product.magnitude <= Self.maximumPower else { throw .unitPowerTooLarge }
                return UnitFactor(unit: factor.unit, power: product)
            })
    }

    /// The greatest power of a unit.
    static let maximumPower = 1_000
}

extension Fault {
    static let unitPowerTooLarge = Fault(
        .tooLarge, "Units are raised to powers of up to \(UnitProduct.maximumPower): use a smaller exponent")
}

extension UnitProduct: CustomStringConvertible {
    /// As mathjs writes it: `m / s^2`, `(kg m^2) / (s^2 K)`, `s^-1`.
    var description: String {
        let above = factors.filter { $0.power > 0 }.map { Self.text($0.unit.name, $0.power) }
        let below = factors.filter { $0.power < 0 }
        if below.isEmpty { return above.joined(separator: " ") }
        if above.isEmpty { return below.map { Self.text($0.unit.name, $0.power) }.joined(separator: " ") }
        return Self.group(above) + " / " + Self.group(below.map { Self.text($0.unit.name, -$0.power) })
    }

    private static func text(_ name: String, _ power: Int) -> String { power == 1 ? name : "\(name)^\(power)" }

    private static func group(_ texts: [String]) -> String {
        let text = texts.joined(separator: " ")
        return texts.count > 1 ? "(\(text))" : text
    }
}
