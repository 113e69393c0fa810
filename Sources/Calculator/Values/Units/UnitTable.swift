import Numbers

/// The units that a calculation knows: the standard ones and those that it made itself.
struct UnitTable: Sendable {
    /// By name; they come before the standard ones.
    private var own: [String: Unit] = [:]

    /// Only the standard units.
    static let standard = UnitTable()

    /// The standard unit of that name, which may have a prefix; nil when there is none.
    static func unit(named name: String) -> PrefixedUnit? { standardByName[name] }

    /// The unit of that name, which may have a prefix; nil when there is none.
    func unit(named name: String) -> PrefixedUnit? {
        if let unit = own[name] { return PrefixedUnit(unit: unit, prefix: .none) }
        if let unit = Self.standardByName[name] { return unit }
        for unit in own.values.sorted(by: { $0.name < $1.name }) where name.hasSuffix(unit.name) {
            let rest = name.dropLast(unit.name.count)
            if let prefix = unit.prefixes.prefixes.first(where: { $0.name == rest }) {
                return PrefixedUnit(unit: unit, prefix: prefix)
            }
        }
        return nil
    }

    /// Adds a unit.
    mutating func define(_ unit: Unit) { own[unit.name] = unit }

    /// How many units were added.
    var ownCount: Int { own.count }

    /// Every standard unit with every prefix it may have. A unit's own name comes before a prefix and another one's:
    /// `min` is a minute, `cd` a candela.
    private static let standardByName: [String: PrefixedUnit] = {
        var byName: [String: PrefixedUnit] = [:]
        for unit in StandardUnits.all { byName[unit.name] = PrefixedUnit(unit: unit, prefix: .none) }
        for unit in StandardUnits.all {
            for prefix in unit.prefixes.prefixes.dropFirst() where byName[prefix.name + unit.name] == nil {
                byName[prefix.name + unit.name] = PrefixedUnit(unit: unit, prefix: prefix)
            }
        }
        return byName
    }()
}
