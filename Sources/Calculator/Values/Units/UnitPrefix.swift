import Numbers

/// What may stand before a unit's name to make a multiple of it.
struct UnitPrefix: Sendable, Hashable {
    let name: String
    let factor: Rational
    /// Whether answers choose it by themselves: those of thousands, and of 1024.
    let isScientific: Bool

    static let none = UnitPrefix(name: "", factor: 1, isScientific: true)
}

/// The prefixes that a unit may have.
enum PrefixSet: Sendable, Hashable {
    case none
    /// `k`, `M`, `m`, …
    case short
    /// `kilo`, `mega`, `milli`, …
    case long
    case shortAndLong
    /// `short`, for units that are squares or cubes of another: 1 km2 is a million m2.
    case squared, cubic
    /// `k`, `Ki`, …: multiples only.
    case binaryShort
    /// `kilo`, `kibi`, …: multiples only.
    case binaryLong
    /// `MM`, the million of heat engineers.
    case million

    /// With the empty one, which is the first.
    var prefixes: [UnitPrefix] {
        switch self {
        case .none: Self.noneOnly
        case .short: Self.shortPrefixes
        case .long: Self.longPrefixes
        case .shortAndLong: Self.shortPrefixes + Self.longPrefixes.dropFirst()
        case .squared: Self.squaredPrefixes
        case .cubic: Self.cubicPrefixes
        case .binaryShort: Self.binaryShortPrefixes
        case .binaryLong: Self.binaryLongPrefixes
        case .million: Self.millionPrefixes
        }
    }

    private static let decimal: [(short: String, long: String, exponent: Int)] = [
        ("da", "deca", 1), ("h", "hecto", 2), ("k", "kilo", 3), ("M", "mega", 6), ("G", "giga", 9), ("T", "tera", 12),
        ("P", "peta", 15), ("E", "exa", 18), ("Z", "zetta", 21), ("Y", "yotta", 24), ("R", "ronna", 27),
        ("Q", "quetta", 30), ("d", "deci", -1), ("c", "centi", -2), ("m", "milli", -3), ("u", "micro", -6),
        ("n", "nano", -9), ("p", "pico", -12), ("f", "femto", -15), ("a", "atto", -18), ("z", "zepto", -21),
        ("y", "yocto", -24), ("r", "ronto", -27), ("q", "quecto", -30),
    ]
    private static let binary: [(short: String, long: String)] = [
        ("Ki", "kibi"), ("Mi", "mebi"), ("Gi", "gibi"), ("Ti", "tebi"), ("Pi", "pebi"), ("Ei", "exbi"), ("Zi", "zebi"),
        ("Yi", "yobi"),
    ]

    private static let noneOnly = [UnitPrefix.none]
    private static let shortPrefixes = decimalPrefixes(power: 1) { $0.short }
    private static let longPrefixes = decimalPrefixes(power: 1) { $0.long }
    private static let squaredPrefixes = decimalPrefixes(power: 2) { $0.short }
    private static let cubicPrefixes = decimalPrefixes(power: 3) { $0.short }
    private static let binaryShortPrefixes = dataPrefixes(shortPrefixes, binary.map(\.short))
    private static let binaryLongPrefixes = dataPrefixes(longPrefixes, binary.map(\.long))
    private static let millionPrefixes = [
        .none, UnitPrefix(name: "MM", factor: Rational(1_000_000), isScientific: true),
    ]

    private static func decimalPrefixes(
        power: Int, _ name: ((short: String, long: String, exponent: Int)) -> String
    ) -> [UnitPrefix] {
        [.none]
            + decimal.map { row in
                UnitPrefix(
                    name: name(row), factor: Rational.constant("1e\(row.exponent * power)"),
                    isScientific: row.exponent.isMultiple(of: 3))
            }
    }

    private static func dataPrefixes(_ decimal: [UnitPrefix], _ binary: [String]) -> [UnitPrefix] {
        var factor = Rational.one
        return decimal.filter { $0.isScientific && $0.factor >= 1 }
            + binary.map { name in
                factor = factor * 1_024
                return UnitPrefix(name: name, factor: factor, isScientific: true)
            }
    }
}

extension Rational {
    /// The number that a text of our own stands for.
    static func constant(_ text: String) -> Rational {
        guard let value = try? Rational(parsing: text) else { preconditionFailure("\(text) is not a number") }
        return value
    }
}
