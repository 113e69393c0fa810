/// What a unit measures: a product of powers of base dimensions.
struct Dimension: Sendable, Hashable {
    /// Only powers other than 0.
    let powers: [BaseDimension: Int]

    init(_ powers: [BaseDimension: Int]) {
        self.powers = powers.filter { $0.value != 0 }
    }

    /// What plain numbers measure.
    static let none = Dimension([:])

    static func base(_ dimension: BaseDimension) -> Dimension { Dimension([dimension: 1]) }

    static func * (left: Dimension, right: Dimension) -> Dimension {
        Dimension(left.powers.merging(right.powers, uniquingKeysWith: +))
    }

    func raised(to power: Int) -> Dimension { Dimension(powers.mapValues { $0 * power }) }
}

/// The dimensions that all others are made of. As in mathjs, angles and amounts of data are among them.
enum BaseDimension: Sendable, Hashable {
    case mass, length, time, current, temperature, luminousIntensity, amountOfSubstance, angle, data
    /// That of a unit somebody made without a definition.
    case own(String)

    /// Those of the standard units, in the order in which products of units are written.
    static let standard: [BaseDimension] = [
        .mass, .length, .time, .current, .temperature, .luminousIntensity, .amountOfSubstance, .angle, .data,
    ]
}

extension Dimension {
    static let mass = base(.mass)
    static let length = base(.length)
    static let time = base(.time)
    static let current = base(.current)
    static let temperature = base(.temperature)
    static let luminousIntensity = base(.luminousIntensity)
    static let amountOfSubstance = base(.amountOfSubstance)
    static let angle = base(.angle)
    static let data = base(.data)

    static let area = length.raised(to: 2)
    static let volume = length.raised(to: 3)
    static let frequency = time.raised(to: -1)
    static let force = Dimension([.mass: 1, .length: 1, .time: -2])
    static let energy = force * length
    static let power = energy * frequency
    static let pressure = Dimension([.mass: 1, .length: -1, .time: -2])
    static let charge = current * time
    static let potential = power * current.raised(to: -1)
    static let resistance = potential * current.raised(to: -1)
    static let conductance = resistance.raised(to: -1)
    static let capacitance = charge * potential.raised(to: -1)
    static let magneticFlux = potential * time
    static let magneticFluxDensity = magneticFlux * area.raised(to: -1)
    static let inductance = magneticFlux * current.raised(to: -1)
}

extension Dimension {
    /// What it is called, with an article; nil where it has no name of its own.
    var name: String? { Self.names[self] }

    private static let names: [Dimension: String] = [
        .none: "a plain number", .mass: "a mass", .length: "a length", .time: "a time", .current: "an electric current",
        .temperature: "a temperature", .luminousIntensity: "a luminous intensity",
        .amountOfSubstance: "an amount of substance", .angle: "an angle", .data: "an amount of data", .area: "an area",
        .volume: "a volume", .frequency: "a frequency", .force: "a force", .energy: "an energy", .power: "a power",
        .pressure: "a pressure", .charge: "an electric charge", .potential: "a voltage",
        .resistance: "an electric resistance", .conductance: "an electric conductance", .capacitance: "a capacitance",
        .magneticFlux: "a magnetic flux", .magneticFluxDensity: "a magnetic flux density", .inductance: "an inductance",
    ]
}
