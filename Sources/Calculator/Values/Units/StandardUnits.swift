import Numbers

/// The units everybody has, by the names that mathjs gives them; sizes by their exact definitions.
///
/// International yard and pound of 1959; US customary gallon of 231 cubic inches; SI of 2019; the International Table
/// BTU; the thermochemical calorie; Julian year of 365.25 days.
enum StandardUnits {
    static let all: [Unit] = [
        length, area, volume, mass, time, angle, temperature, electricity, mechanics, pressure, energy, data, other,
    ].flatMap(\.self)

    private static let length: [Unit] =
        units(.length, .long, ["meter meters metre metres": "1"]) + units(.length, .short, ["m": "1"])
        + units(
            .length, .none,
            [
                "inch inches in": "0.0254", "foot feet ft": "0.3048", "yard yards yd": "0.9144",
                "mile miles mi": "1609.344", "link links li": "0.201168", "rod rods rd": "5.0292",
                "chain chains ch": "20.1168", "mil": "0.0000254", "angstrom angstroms": "1e-10",
            ])

    private static let area: [Unit] =
        units(.area, .squared, ["m2": "1"])
        + units(
            .area, .none,
            [
                "sqin": "0.00064516", "sqft sqfeet": "0.09290304", "sqyd sqyard": "0.83612736",
                "sqmi sqmile sqmiles": "2589988.110336", "sqrd": "25.29285264", "sqch": "404.68564224",
                "sqmil": "6.4516e-10", "acre acres": "4046.8564224", "hectare hectares": "10000",
            ])

    private static let volume: [Unit] =
        units(.volume, .cubic, ["m3": "1"]) + units(.volume, .short, ["L l lt": "0.001"])
        + units(.volume, .long, ["litre litres liter liters": "0.001"])
        + units(
            .volume, .none,
            [
                "cuin": "0.000016387064", "cuft": "0.028316846592", "cuyd": "0.764554857984", "cc": "0.000001",
                "teaspoon teaspoons": "0.000005", "tablespoon tablespoons": "0.000015", "drop gtt gtts": "5e-8",
                "minim minims": "6.1611519921875e-8", "fluiddram fluiddrams fldr": "3.6966911953125e-6",
                "fluidounce fluidounces floz": "29.5735295625e-6", "gill gills gi": "118.29411825e-6",
                "cup cups cp": "236.5882365e-6", "pint pints pt": "473.176473e-6", "quart quarts qt": "946.352946e-6",
                "gallon gallons gal": "0.003785411784", "beerbarrel beerbarrels bbl": "0.117347765304",
                "oilbarrel oilbarrels obl": "0.158987294928", "hogshead hogsheads": "0.238480942392",
            ])

    private static let mass: [Unit] =
        units(.mass, .short, ["g": "0.001", "ton tons": "907.18474", "tonne tonnes": "1000"])
        + units(.mass, .long, ["gram grams": "0.001"])
        + units(
            .mass, .none,
            [
                "grain grains gr": "0.00006479891", "dram drams dr": "0.0017718451953125",
                "ounce ounces oz": "0.028349523125", "poundmass poundmasses lbm lb lbs": "0.45359237",
                "hundredweight hundredweights cwt": "45.359237", "stick sticks": "0.115", "stone": "6.35029318",
            ])

    private static let time: [Unit] =
        units(.time, .short, ["s": "1"]) + units(.time, .long, ["second seconds sec secs": "1"])
        + units(
            .time, .none,
            [
                "min minute minutes mins": "60", "h hour hours hr hrs": "3600", "day days": "86400",
                "week weeks": "604800", "month months": "2629800", "year years": "31557600",
                "decade decades": "315576000", "century centuries": "3155760000", "millennium millennia": "31557600000",
            ])
        + units(.frequency, .short, ["Hz": "1"]) + units(.frequency, .long, ["hertz": "1"])

    private static let angle: [Unit] =
        units(.angle, .short, ["rad": "1"]) + units(.angle, .long, ["radian radians": "1"])
        + units(.angle, .short, powerOfPi: 1, ["deg": "1/180", "grad": "1/200"])
        + units(.angle, .long, powerOfPi: 1, ["degree degrees": "1/180", "gradian gradians": "1/200"])
        + units(
            .angle, .none, powerOfPi: 1,
            [
                "cycle cycles": "2", "arcmin arcminute arcminutes": "1/10800",
                "arcsec arcsecond arcseconds": "1/648000",
            ])

    private static let temperature: [Unit] =
        units(.temperature, .short, ["K": "1"]) + units(.temperature, .long, ["kelvin": "1"])
        + units(.temperature, .none, offset: "273.15", ["degC celsius": "1"])
        + units(.temperature, .none, offset: "459.67", ["degF fahrenheit": "5/9"])
        + units(.temperature, .none, ["degR rankine": "5/9"])

    private static let electricity: [Unit] =
        units(.current, .short, ["A": "1"]) + units(.current, .long, ["ampere amperes": "1"])
        + units(.charge, .short, ["C": "1"]) + units(.charge, .long, ["coulomb coulombs": "1"])
        + units(.potential, .short, ["V": "1"]) + units(.potential, .long, ["volt volts": "1"])
        + units(.resistance, .shortAndLong, ["ohm ohms": "1"])
        + units(.conductance, .short, ["S": "1"]) + units(.conductance, .long, ["siemens": "1"])
        + units(.capacitance, .short, ["F": "1"]) + units(.capacitance, .long, ["farad farads": "1"])
        + units(.inductance, .short, ["H": "1"]) + units(.inductance, .long, ["henry": "1"])
        + units(.magneticFlux, .short, ["Wb": "1"]) + units(.magneticFlux, .long, ["weber webers": "1"])
        + units(.magneticFluxDensity, .short, ["T": "1"]) + units(.magneticFluxDensity, .long, ["tesla teslas": "1"])

    private static let mechanics: [Unit] =
        units(.force, .short, ["N": "1", "dyn": "0.00001"])
        + units(.force, .long, ["newton newtons": "1", "dyne": "0.00001", "kip kips": "4448.2216152605"])
        + units(.force, .none, ["lbf poundforce": "4.4482216152605"])
        + units(.power, .short, ["W": "1", "VA": "1"]) + units(.power, .long, ["watt watts": "1"])
        + units(.power, .none, ["hp": "745.69987158227022"])

    private static let pressure: [Unit] =
        units(.pressure, .short, ["Pa": "1"]) + units(.pressure, .shortAndLong, ["bar": "100000"])
        + units(
            .pressure, .none,
            [
                "psi": "44482216152605/6451600000", "atm": "101325", "torr": "101325/760", "mmHg mmhg": "133.322387415",
                "mmH2O mmh2o": "9.80665", "cmH2O cmh2o": "98.0665",
            ])

    private static let energy: [Unit] =
        units(.energy, .short, ["J joule joules": "1", "Wh": "3600", "eV": "1.602176634e-19", "cal": "4.184"])
        + units(.energy, .long, ["electronvolt electronvolts": "1.602176634e-19", "calorie calories": "4.184"])
        + units(.energy, .million, ["BTU BTUs": "1055.05585262"]) + units(.energy, .none, ["erg": "1e-7"])

    private static let data: [Unit] =
        units(.data, .binaryShort, ["b": "1", "B": "8"])
        + units(.data, .binaryLong, ["bits bit": "1", "bytes byte": "8"])

    private static let other: [Unit] =
        units(.amountOfSubstance, .short, ["mol": "1"]) + units(.amountOfSubstance, .long, ["mole moles": "1"])
        + units(.luminousIntensity, .none, ["cd candela": "1"])

    /// One unit for each name, so that an answer names a unit as the question did.
    private static func units(
        _ dimension: Dimension, _ prefixes: PrefixSet, powerOfPi: Int = 0, offset: String = "0",
        _ sizes: KeyValuePairs<String, String>
    ) -> [Unit] {
        sizes.flatMap { names, size in
            names.split(separator: " ").map { name in
                Unit(
                    String(name), dimension, UnitScale(.constant(size), powerOfPi: powerOfPi),
                    offset: .constant(offset), prefixes: prefixes)
            }
        }
    }
}
