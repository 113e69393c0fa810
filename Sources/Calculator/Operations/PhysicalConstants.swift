import Numbers

/// Constants of nature that have no error: fixed by the definition of the SI (BIPM, The International System of Units,
/// 9th edition, 2019), or products and quotients of such. Measured ones have no digits that could be proven.
extension MathOperation {
    static let physicalConstants: [MathOperation] = [
        physical("speedOfLight", "The speed of light in vacuum.", c, "m / s", is: "299792458 m / s"),
        physical(
            "planckConstant", "The Planck constant.", h, "J s",
            is: "132521403/200000000000000000000000000000000000000000 J s"),
        physical(
            "reducedPlanckConstant", "The Planck constant over 2 pi.", h * half, powerOfPi: -1, "J s",
            is: "(132521403/(400000000000000000000000000000000000000000*pi)) J s"),
        physical(
            "molarPlanckConstant", "The Planck constant of a mole.", h * avogadro, "J s / mol",
            is: "19951563564467157/50000000000000000000000000 (J s) / mol"),
        physical(
            "elementaryCharge", "The charge of a proton.", charge, "C", is: "801088317/5000000000000000000000000000 C"),
        physical(
            "boltzmann", "The Boltzmann constant.", k, "J / K", is: "1380649/100000000000000000000000000000 J / K"),
        physical("avogadro", "The Avogadro constant.", avogadro, "mol^-1", is: "602214076000000000000000 mol^-1"),
        physical(
            "gasConstant", "The molar gas constant.", k * avogadro, "J / (mol K)",
            is: "207861565453831/25000000000000 J / (mol K)"),
        physical(
            "faraday", "The charge of a mole of protons.", charge * avogadro, "C / mol",
            is: "120606665154137523/1250000000000 C / mol"),
        physical(
            "gravity", "The standard acceleration of free fall.", .constant("9.80665"), "m / s^2",
            is: "196133/20000 m / s^2"),
        physical(
            "magneticFluxQuantum", "The magnetic flux quantum.", over(h * half, charge), "Wb",
            is: "44173801/21362355120000000000000 Wb"),
        physical(
            "conductanceQuantum", "The conductance quantum.", over(2 * charge * charge, h), "S",
            is: "213914163877964163/2760862562500000000000 S"),
        physical(
            "inverseConductanceQuantum", "One over the conductance quantum.", over(h * half, charge * charge), "ohm",
            is: "2760862562500000000000/213914163877964163 ohm"),
        physical(
            "klitzing", "The von Klitzing constant.", over(h, charge * charge), "ohm",
            is: "5521725125000000000000/213914163877964163 ohm"),
        physical(
            "firstRadiation", "The first radiation constant.", 2 * h * c * c, powerOfPi: 1, "W m^2",
            is: "(2977607430992971035198723*pi/25000000000000000000000000000000000000000) W m^2"),
        physical(
            "secondRadiation", "The second radiation constant.", over(h * c, k), "m K",
            is: "272115870842319/18913000000000000 m K"),
        physical(
            "stefanBoltzmann", "The Stefan-Boltzmann constant.", over(2 * k * k * k * k, 15 * h * h * h * c * c),
            powerOfPi: 5,
            "W / (m^2 K^4)",
            is: "(5454781984210512994952000000*pi^5/29438455734650141042413712126365436049) W / (m^2 K^4)"),
        physical(
            "molarVolume", "The volume of a mole of an ideal gas at 273.15 K and 101325 Pa.",
            over(k * avogadro * freezing, atmosphere), "m^3 / mol",
            is: "378515910691426251/16887500000000000000 m^3 / mol"),
        physical(
            "loschmidt", "The molecules of an ideal gas in a volume at 273.15 K and 101325 Pa.",
            over(atmosphere, k * freezing), "m^-3", is: "67550000000000000000000000000000000/2514161829 m^-3"),
    ]

    private static let c = Rational(299_792_458)
    private static let h = Rational.constant("6.62607015e-34")
    private static let charge = Rational.constant("1.602176634e-19")
    private static let k = Rational.constant("1.380649e-23")
    private static let avogadro = Rational.constant("6.02214076e23")
    private static let freezing = Rational.constant("273.15")
    private static let atmosphere = Rational(101_325)
    private static let half = Rational.constant("1/2")

    private static func over(_ a: Rational, _ b: Rational) -> Rational {
        guard let quotient = try? a.divided(by: b) else { preconditionFailure("no constant is divided by 0") }
        return quotient
    }

    private static func physical(
        _ name: String, _ summary: String, _ size: Rational, powerOfPi: Int = 0, _ unit: String, is text: String
    ) -> MathOperation {
        MathOperation(name, .constants, summary, [], examples: ["\(name)()": text]) { _, context throws(Fault) in
            let value = try Number(1).scaled(by: UnitScale(size, powerOfPi: powerOfPi), context)
            return .quantity(Quantity(value, try UnitParser.parse(unit).units, isConverted: true))
        }
    }
}
