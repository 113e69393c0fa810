import Numbers
import Testing

@testable import Calculator

@Suite struct UnitTableTests {
    @Test(arguments: [
        ("inch", "127/5000"), ("gal", "473176473/125000000000"), ("km", "1000"), ("mm", "1/1000"), ("min", "60"),
        ("cd", "1"), ("mmHg", "26664477483/200000000"), ("dam", "10"), ("Mohm", "1000000"), ("megaohm", "1000000"),
        ("KiB", "8192"), ("kB", "8000"), ("kibibytes", "8192"), ("cm2", "1/10000"), ("cm3", "1/1000000"),
        ("lb", "45359237/100000000"),
        ("kWh", "3600000"), ("acre", "316160658/78125"), ("sqrd", "158080329/6250000"), ("MMBTU", "1055055852.62"),
    ])
    func `a unit is exactly as large as it is defined`(_ name: String, _ size: String) throws {
        let unit = try #require(UnitTable.unit(named: name))
        #expect(unit.scale.factor == (try Rational(parsing: size)))
        #expect(unit.name == name)
    }

    @Test func `defined sizes agree with the definitions`() throws {
        func size(_ name: String) throws -> Rational { try #require(UnitTable.unit(named: name)).scale.factor }
        #expect(try size("gallon") == 231 * size("cuin"))
        #expect(try size("hogshead") == 63 * size("gallon"))
        #expect(try size("oilbarrel") == 42 * size("gallon"))
        #expect(try size("beerbarrel") == 31 * size("gallon"))
        #expect(try size("quart") * 4 == size("gallon"))
        #expect(try size("pint") * 8 == size("gallon"))
        #expect(try size("cup") * 16 == size("gallon"))
        #expect(try size("gill") * 32 == size("gallon"))
        #expect(try size("floz") * 128 == size("gallon"))
        #expect(try size("fldr") * 8 == size("floz"))
        #expect(try size("minim") * 60 == size("fldr"))
        #expect(try size("acre") == 4_840 * size("sqyd"))
        #expect(try size("sqmi") == 640 * size("acre"))
        #expect(try size("sqch") * 10 == size("acre"))
        #expect(try size("sqrd") * 160 == size("acre"))
        #expect(try size("mile") == 5_280 * size("ft"))
        #expect(try size("chain") == 66 * size("ft"))
        #expect(try size("rod") * 4 == size("chain"))
        #expect(try size("link") * 100 == size("chain"))
        #expect(try size("oz") * 16 == size("lb"))
        #expect(try size("dram") * 16 == size("oz"))
        #expect(try size("grain") * 7_000 == size("lb"))
        #expect(try size("stone") == 14 * size("lb"))
        #expect(try size("ton") == 2_000 * size("lb"))
        #expect(try size("cuyd") == 27 * size("cuft"))
        #expect(try size("psi") * size("sqin") == size("lbf"))
        #expect(try size("hp") == 550 * size("ft") * size("lbf"))
        #expect(try size("kip") == 1_000 * size("lbf"))
        #expect(try size("lbf") == size("lb") * Rational(parsing: "9.80665"))
        #expect(try size("torr") * 760 == size("atm"))
    }

    @Test func `what is no unit is none`() {
        for name in ["", "k", "x", "foo", "mmm", "kinch", "Cm", "kmin", "µm"] {
            #expect(UnitTable.unit(named: name) == nil, "\(name)")
        }
    }

    @Test(arguments: [
        ("cm", "cm"), ("kg m^2 / s^2", "(kg m^2) / s^2"), ("kg*m^2/s^2", "(kg m^2) / s^2"),
        ("J/(kg K)", "J / (kg K)"), ("J / kg K", "(J K) / kg"), ("s^-1", "s^-1"), ("1/s", "s^-1"),
        ("m/(s/kg)", "(m kg) / s"), ("(m)", "m"), ("m m", "m^2"), ("m2", "m2"), ("m/s/s", "m / s^2"),
    ])
    func `products of units are read and written as in mathjs`(_ text: String, _ written: String) throws {
        #expect(try UnitParser.parse(text).units.description == written)
    }

    @Test(arguments: [
        ("5.2 inch", "26/5"), ("4eV", "4"), ("1e3 m", "1000"), ("-40 degF", "-40"), (".5cm", "1/2"), ("2 kg/m^3", "2"),
    ])
    func `a number may stand before the unit`(_ text: String, _ number: String) throws {
        #expect(try UnitParser.parse(text).number?.description == number)
    }

    @Test(arguments: [
        ("", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 1 a unit is missing"),
        ("m/", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 3 a unit is missing"),
        ("(m", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 3 a ) is missing"),
        ("m)", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 3 there is a ) without its ("),
        ("m^x", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 3 after ^ a whole number is missing"),
        ("parsecs", "There is no unit \"parsecs\": use one such as m, inch, kg, lb, s, degC or kWh"),
        ("m^9999", "Units are raised to powers of up to 1000: use a smaller exponent"),
        ("5 5 m", "Write a unit such as cm, km/h or kg m^2 / s^2: at position 3 a unit is missing"),
    ])
    func `what cannot be read is named`(_ text: String, _ message: String) {
        let fault = #expect(throws: Fault.self) { try UnitParser.parse(text) }
        #expect(fault?.message == message)
    }

    @Test func `names of dimensions follow from their units`() throws {
        for (name, dimension) in [("N", "a force"), ("kWh", "an energy"), ("ohm", "an electric resistance")] {
            #expect(try UnitParser.parse(name).units.dimension.name == dimension)
        }
        #expect(try UnitParser.parse("kg m / s^2").units.dimension == .force)
        #expect(try UnitParser.parse("V s").units.dimension == .magneticFlux)
        #expect(try UnitParser.parse("kg / A s^2").units.dimension.name == nil)
        #expect(try UnitParser.parse("kg / (A s^2)").units.dimension == .magneticFluxDensity)
    }
}
