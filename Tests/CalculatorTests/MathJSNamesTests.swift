import Calculator
import Testing

/// Functions that mathjs has, with the values that its documentation gives where that shows any.
@Suite struct MathJSNamesTests {
    @Test(arguments: [
        ("max([1, 2; 3, 4], 1)", "[3, 4]"), ("min([1, 2; 3, 4], 2)", "[1, 3]"), ("mean([1, 2; 3, 4], 1)", "[2, 3]"),
        ("sum([1, 2; 3, 4], 2)", "[3, 7]"), ("prod([1, 2; 3, 4], 1)", "[3, 8]"), ("sum([1, 2, 3], 1)", "6"),
        ("std([1, 2; 3, 5], 2, \"uncorrected\")", "[1/2, 1]"), ("variance([1, 2, 3; 3, 4, 5], 1)", "[2, 2, 2]"),
        ("median([5, 1; 1, 2; 3, 9], 1)", "[3, 2]"),
        ("sum([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], 2)", "[[4, 6], [12, 14]]"),
        ("sum([1 cm, 2 cm; 3 cm, 4 cm], 1)", "[4 cm, 6 cm]"), ("max(1, 2, 3)", "3"), ("mean([1, 2; 3, 4])", "5/2"),
    ])
    func `a list and a number are folded along that dimension`(_ source: String, _ value: String) throws {
        #expect(try exact(source) == value)
    }

    @Test(arguments: ["max([1, 2, 3], 4)", "mean([1, 2; 3, 4], 3)", "sum([1, 2], 0)", "sum([1, 2], 1/2)"])
    func `a dimension that a list does not have is refused`(_ source: String) {
        #expect(throws: Fault.self) { try exact(source) }
        do { _ = try exact(source) } catch { #expect((error as? Fault)?.code == .indexOutOfRange) }
    }

    @Test(arguments: [
        ("concat([1], [2], [3])", "[1, 2, 3]"),
        ("concat([1, 2; 3, 4], [5; 6], [7; 8])", "[[1, 2, 5, 7], [3, 4, 6, 8]]"),
        ("concat([1, 2], [3, 4], 1)", "[1, 2, 3, 4]"), ("concat([[1]], [[2]], [[3]], 1)", "[[1], [2], [3]]"),
        ("concat(\"a\", \"b\", \"c\")", "\"abc\""), ("gcd([12, 18], 8)", "[4, 2]"), ("lcm([4, 6], [6, 9])", "[12, 18]"),
    ])
    func `any number of lists are joined, or taken side by side`(_ source: String, _ value: String) throws {
        #expect(try exact(source) == value)
    }

    @Test(arguments: [
        ("createUnit(\"furlong\", \"220 yd\"); 2 furlong to mile", "1/4 mile"),
        ("createUnit(\"knot2\", 463/900 m/s); 9 knot2 to m/s", "463/100 m / s"),
        ("createUnit(\"sheep\"); 3 sheep + 2 sheep", "5 sheep"),
        ("createUnit(\"sheep\"); createUnit(\"flock\", \"20 sheep\"); 2 flock to sheep", "40 sheep"),
        ("createUnit(\"foo\", 3 m); unit(\"2 foo\") to cm", "600 cm"),
        ("make(n) = createUnit(n, 7 s); make(\"bar7\"); 2 bar7 to s", "14 s"),
    ])
    func `a unit that was made is known from then on`(_ source: String, _ value: String) throws {
        #expect(try exact(source) == value)
    }

    @Test func `a unit that was made is known to the next expressions, and to nobody else`() throws {
        let calculation = Calculation()
        _ = try calculation.value(of: "make(n) = createUnit(n, 7 s)")
        _ = try calculation.value(of: "make(\"bar7\")")
        #expect(try calculation.value(of: "2 bar7 to s").exact == "14 s")
        // Its last digit takes more precision than the first attempt has, for which everything is done again.
        #expect(try calculation.value(of: "sin(1e-40) bar7 to s").decimal == "7.0000000000000000000e-40 s")
        #expect(throws: Fault.self) { try Calculation().value(of: "2 bar7 to s") }
    }

    @Test(arguments: [
        "createUnit(\"m\")", "createUnit(\"sin\")", "createUnit(\"pi\")", "createUnit(\"a b\")", "createUnit(\"\")",
        "createUnit(\"foo\", 0 m)", "createUnit(\"foo\", pi m)", "createUnit(\"foo\", \"3 nothing\")",
        "createUnit(\"foo\"); createUnit(\"foo\")", "createUnit(\"foo\", 5)",
    ])
    func `what cannot be a unit is refused`(_ source: String) {
        #expect(throws: Fault.self) { try exact(source) }
    }

    @Test(arguments: [
        ("kldivergence([0.7, 0.5, 0.4], [0.2, 0.9, 0.5])", "0.24376698773121"),
        ("distance([0, 0], [4, 4])", "5.6568542494924"), ("expm1(1e-10)", "1.0000000000500e-10"),
        ("log1p(1e-10)", "9.9999999995000e-11"), ("nthRoots(2, 2)", "[1.4142135623731, -1.4142135623731]"),
    ])
    func `values are those of the documentation`(_ source: String, _ value: String) throws {
        #expect(try Calculation(precision: 14).value(of: source).decimal == value)
    }

    @Test(arguments: [
        ("typeOf(3.5)", "\"number\""), ("typeOf(2 - 3i)", "\"Complex\""), ("typeOf([1, 2])", "\"DenseMatrix\""),
        ("typeOf(5 cm)", "\"Unit\""), ("typeOf(\"hello\")", "\"string\""), ("typeOf(true)", "\"boolean\""),
        ("typeOf(null)", "\"null\""), ("typeOf(sin)", "\"function\""),
        ("isInteger([2, 0.5, sqrt(4)])", "[true, false, true]"),
        ("isNumeric([2, \"3\"])", "[true, false]"), ("hasNumericValue([\"2.5\", \"x\"])", "[true, false]"),
        ("isZero(sin(pi))", "true"), ("isPositive(exp(-1000))", "true"), ("isNegative(pi - 22/7)", "true"),
        ("number(\"0.1\") + number(true)", "11/10"), ("number(52 cm, m)", "13/25"), ("fraction(\"2/6\")", "1/3"),
        ("fraction([0.5, 0.125])", "[1/2, 1/8]"), ("complex(2, -3)", "2 - 3i"), ("boolean([1, 0])", "[true, false]"),
        ("bin(10)", "\"0b1010\""), ("oct(-56)", "\"-0o70\""), ("hex(240)", "\"0xf0\""),
        ("string(2/3)", "\"0.6666666666666666\""),
        ("format(2/3, 3)", "\"0.667\""), ("format(pi, 30)", "\"3.14159265358979323846264338328\""),
        ("format([1/3, 2], 2)", "\"[0.33, 2]\""), ("compareText(\"B\", \"A\")", "1"),
        ("equalText(\"2e3\", \"2000\")", "false"),
        ("compareNatural(\"Answer: 42\", \"Answer: 9\")", "1"), ("compareNatural([2, 3], [2, 4])", "-1"),
        ("row([1, 2; 3, 4], 1)", "[[1, 2]]"), ("column([1, 2; 3, 4], 1)", "[[1], [3]]"),
        ("resize([1, 2, 3, 4, 5], [3])", "[1, 2, 3]"), ("resize([[1, 2]], [2, 1])", "[[1], [0]]"),
        ("resize(2, [2, 2], \"a\")", "[[2, \"a\"], [\"a\", \"a\"]]"), ("dotPow([2, 3], [3, 2])", "[8, 9]"),
        ("dotMultiply([1, 2], 3)", "[3, 6]"), ("dotDivide(6, [2, 3])", "[3, 2]"), ("combinationsWithRep(7, 5)", "462"),
        ("polynomialRoot(-6, 11, -6, 1)", "[1, 2, 3]"), ("unaryPlus(\"2\")", "2"), ("unaryMinus([1, -2])", "[-1, 2]"),
        ("lsolve([-2, 0; 3, 2], [11, 9])", "[[-11/2], [51/4]]"), ("usolve([-2, 3; 0, 1], [11, 9])", "[[8], [9]]"),
        ("rotate([1, 0, 0], pi/3, [0, 0, 1])", "[1/2, sqrt(3)/2, 0]"),
        ("intersect([0, 0], [1, 1], [2, 0], [3, 1])", "null"),
        ("intersect([0, 0, 0], [1, 1, 0], [0, 0, 1], [1, -1, 1])", "null"),
        ("pinv([1, 2; 2, 4])", "[[1/25, 2/25], [2/25, 4/25]]"),
        ("pinv([0, 0; 0, 0; 0, 0])", "[[0, 0, 0], [0, 0, 0]]"), ("matrix([1, 2])", "[1, 2]"),
    ])
    func `functions of mathjs are here by their names`(_ source: String, _ value: String) throws {
        #expect(try exact(source) == value)
    }

    /// CODATA 2018, rounded where it only cuts off the digits of what is exact.
    @Test(arguments: [
        ("stefanBoltzmann", "5.670374419e-8 W / (m^2 K^4)"), ("klitzing", "25812.80746 ohm"),
        ("gasConstant", "8.314462618 J / (mol K)"), ("faraday", "96485.33212 C / mol"),
        ("molarVolume", "0.02241396955 m^3 / mol"), ("loschmidt", "2.686780112e+25 m^-3"),
        ("secondRadiation", "0.01438776878 m K"), ("firstRadiation", "3.741771852e-16 W m^2"),
        ("reducedPlanckConstant", "1.054571818e-34 J s"), ("magneticFluxQuantum", "2.067833848e-15 Wb"),
        ("conductanceQuantum", "0.00007748091730 S"), ("PI - pi + E - e", "0"),
        ("LN10 * LOG10E * SQRT2 * SQRT1_2", "1"),
    ])
    func `constants are those of the tables`(_ source: String, _ value: String) throws {
        #expect(try Calculation(precision: 10).value(of: source).decimal == value)
    }

    @Test func `a list that must have several elements may be one text`() throws {
        #expect(try calculate("cross", ["a": "[1, 1, 0]", "b": "[0, 1, 1]"]).exact == "[1, -1, 1]")
        #expect(try calculate("distance", ["x": "[0, 0]", "y": "[3, sqrt(16)]"]).exact == "5")
        let short = faults("distance", ["x": "5", "y": "[3, 4]"])
        #expect(short.map(\.code) == [.tooShort])
        #expect(short.map(\.message) == ["Give at least 2 numbers in the list"])
        #expect(faults("distance", ["x": "[5]", "y": "[3, 4]"]).map(\.code) == [.tooShort])
    }

    @Test func `a name of a constant may be a variable`() throws {
        #expect(try exact("E = 5; E + 1") == "6")
        #expect(try exact("derivative(\"E^2\", \"E\")") == "\"2 * E\"")
        #expect(try exact("sqrt(2 gravity * 10 m) == 1 m/s * sqrt(196.133)") == "true")
    }

    /// The four equations that define the Moore-Penrose inverse (R. Penrose, 1955).
    @Test(arguments: [
        "[1, 2; 3, 4; 5, 6]", "[1, 2, 3; 2, 4, 6]", "[1, i; 2, 3; 0, 1 - i]", "[1/3, 0, -2; 0, 0, 0; 5, 1, 7/9]",
        "[0, 0; 0, 7]",
    ])
    func `the inverse of any matrix is the one that Penrose defines`(_ matrix: String) throws {
        let source =
            "a = \(matrix); b = pinv(a); [deepEqual(a b a, a), deepEqual(b a b, b), deepEqual((a b)', a b), deepEqual((b a)', b a)]"
        #expect(try exact(source) == "[true, true, true, true]")
    }

    @Test func `a turn in space keeps lengths and its axis`() throws {
        let source = """
            m = rotationMatrix(2 pi/5, [1, 2, 2]); \
            [deepEqual(m' m, identity(3)), det(m) == 1, deepEqual(m * [1, 2, 2], [1, 2, 2]), trace(m) == 1 + 2 cos(2 pi/5)]
            """
        #expect(try exact(source) == "[true, true, true, true]")
    }

    private func exact(_ source: String) throws -> String? {
        try Calculation().value(of: source).exact
    }
}
