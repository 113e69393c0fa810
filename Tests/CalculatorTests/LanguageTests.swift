import Calculator
import Testing

/// Expressions and their values: exactly where there is a closed form, else to 20 digits.
@Suite struct LanguageTests {
    static let values: [(String, String)] = [
        // Numbers
        ("1e-3", "1/1000"), (".5", "1/2"), ("0xff", "255"), ("0b101", "5"), ("0o17", "15"), ("5.", "5"),
        // Precedence
        ("-2^2", "-4"), ("2^3^2", "512"), ("2^-1", "1/2"), ("-3!", "-6"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"),
        ("10 - 4 - 3", "3"), ("100 / 10 / 5", "2"), ("2 * 3 % 4", "2"), ("8 mod 5 * 2", "6"), ("~5 + 1", "-5"),
        ("1 | 2 ^| 6 & 3", "1"), ("1 + 2 == 3", "true"), ("not 1 == 2", "false"), ("1 << 2 + 1", "8"),
        // Implicit multiplication
        ("(1+2)(3+4)", "21"), ("2(3)", "6"), ("x = 6; 1/2 x", "3"), ("x = 6; 1/2(x)", "3"), ("a = 8; 1/2a", "4"),
        ("a = 8; 2^2a", "32"), ("2 pi", "2*pi"), ("x = 4; 1 / x 2", "1/8"), ("-1/2 (4)", "-2"),
        // Percentages
        ("8%", "2/25"), ("100 + 3%", "103"), ("100 - 3%", "97"), ("5 % 3", "2"), ("50% * 8", "4"), ("5%(3)", "2"),
        ("100 + 3% + 1", "104"), ("20 + 10%", "22"), ("100/50%", "200"), ("10%/10%", "1"), ("100/50%*2", "400"),
        ("10/200%%3", "2"), ("100 - 2*5%", "999/10"), ("-10%", "-1/10"), ("50% mod 3", "1/2"), ("(10%)^2", "1/100"),
        ("string(100/50%)", "\"200\""),
        // Comparison and logic
        ("x = 3; 1 < x < 5", "true"), ("3 > 2 > 2", "false"), ("1 == 1.0", "true"), ("1/3 != 0.3333", "true"),
        ("true and false", "false"), ("true xor true", "false"), ("false or 1", "true"), ("not true", "false"),
        ("false and 1/0", "false"), ("true or 1/0", "true"), ("2 > 1 ? 10 : 20", "10"), ("0 ? 1 : 0 ? 2 : 3", "3"),
        ("[1, 2] == [1, 3]", "[true, false]"),
        // Exactness
        ("10^20 + 1 - 10^20", "1"), ("sqrt(2)^2 == 2", "true"), ("exp(i pi) + 1 == 0", "true"),
        ("sqrt(2)/2", "sqrt(2)/2"),
        ("pi/4", "pi/4"), ("sqrt(-4)", "2i"), ("(-8)^(1/3)", "1 + sqrt(3)*i"), ("cbrt(-8)", "-2"),
        ("0.1 + 0.2", "3/10"),
        ("sin(10^22)", "-0.85220084976718880177"), ("sin(pi/6)", "1/2"), ("log(e^2)", "2"), ("e^log(2)", "2"),
        ("sin(1)^2 + cos(1)^2", "1"), ("(1 + i)^2", "2i"), ("1/(1 + i)", "1/2 - 1/2*i"),
        ("(sqrt(5) + 1)/2 == phi", "true"),
        ("atan(1) + atan(2) + atan(3)", "pi"), ("cos(pi/5)", "(1 + sqrt(5))/4"), ("floor(sqrt(2)^2)", "2"),
        ("sqrt(2) + sqrt(3) == sqrt(5 + 2sqrt(6))", "true"), ("e^pi > pi^e", "true"), ("pi == 22/7", "false"),
        ("i^2", "-1"), ("(-1)^(1 + i)", "-0.043213918263772249774"), ("(-1)^(3 + i)", "-0.043213918263772249774"),
        ("(-2)^(1 + i)", "-0.066483654017713310518 - 0.055224040736666019902i"), ("2 i * 3 i", "-6"),
        ("tau/2 == pi", "true"),
        // Lists and matrices
        ("[1, 2; 3, 4]", "[[1, 2], [3, 4]]"), ("[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]"), ("[]", "[]"),
        ("1:5", "[1, 2, 3, 4, 5]"),
        ("0:0.5:1", "[0, 1/2, 1]"), ("5:-2:1", "[5, 3, 1]"), ("3:1", "[]"),
        ("[1, 2; 3, 4] * [5, 6; 7, 8]", "[[19, 22], [43, 50]]"),
        ("[1, 2; 3, 4]^2", "[[7, 10], [15, 22]]"), ("[1, 2; 3, 4] * [1, 1]", "[3, 7]"), ("[1, 2] * [3, 4]", "11"),
        ("[1, 2] .* [3, 4]", "[3, 8]"), ("[2, 4] ./ 2", "[1, 2]"), ("[1, 2, 3] .^ 2", "[1, 4, 9]"),
        ("2 * [1, 2]", "[2, 4]"),
        ("[1, 2; 3, 4] + [10, 20]", "[[11, 22], [13, 24]]"), ("[10, 20] - [1, 2; 3, 4]", "[[9, 18], [7, 16]]"),
        ("[1, 2, 3; 4, 5, 6] + [10, 20, 30]", "[[11, 22, 33], [14, 25, 36]]"),
        ("[1, 2; 3, 4] .* [10; 20]", "[[10, 20], [60, 80]]"), ("[1; 2] + [10, 20, 30]", "[[11, 21, 31], [12, 22, 32]]"),
        ("[5] + [1, 2]", "[6, 7]"), ("[1, 2; 3, 4] > [1, 3]", "[[false, false], [true, true]]"),
        ("[1 cm, 2 inch] to mm", "[10 mm, 254/5 mm]"), ("mode(2, 1, 4, 3, 1)", "[1]"), ("mad(10, 20, 30)", "10"),
        ("cumsum(2, 4, -1, 3)", "[2, 6, 5, 8]"), ("4 +\n5", "9"), ("x =\n 3\nx *\n2", "6"), ("8%\n5", "5"),
        ("2 in\n3", "3"), ("true and\nfalse", "false"),
        ("[1, 2] + 1", "[2, 3]"), ("m = [1, 2; 3, 4]; m[2, 1]", "3"), ("m = [1, 2; 3, 4]; m[1, :]", "[1, 2]"),
        ("m = [1, 2; 3, 4]; m[:, 2]", "[2, 4]"), ("v = [5, 6, 7]; v[end]", "7"), ("v = [5, 6, 7]; v[2:end]", "[6, 7]"),
        ("v = [5, 6, 7]; v[[1, 3]]", "[5, 7]"), ("v = [5, 6, 7]; v[2] = 0; v", "[5, 0, 7]"),
        ("m = [1, 2; 3, 4]; m[1, :] = [8, 9]; m", "[[8, 9], [3, 4]]"),
        ("m = [1, 2; 3, 4]; m[:, 1] = [9; 8]; m", "[[9, 2], [8, 4]]"),
        ("m = [1, 2; 3, 4]; m[1, :] = [[8, 9]]; m", "[[8, 9], [3, 4]]"),
        ("m = [1, 2; 3, 4]; m[:, 1] = [9, 8]; m", "[[9, 2], [8, 4]]"),
        ("m = [1, 2; 3, 4]; m[1, 2] = [[5]]; m", "[[1, 5], [3, 4]]"),
        ("zeros([2, 3])", "[[0, 0, 0], [0, 0, 0]]"), ("ones([2])", "[1, 1]"),
        ("identity(size([1, 2; 3, 4]))", "[[1, 0], [0, 1]]"), ("range(1, 4, true)", "[1, 2, 3, 4]"),
        ("range(1, 4, false)", "[1, 2, 3]"), ("setSize([1, 2, 2], true)", "2"), ("inv(4)", "1/4"),
        ("inv(2 i)", "-1/2*i"),
        ("resize(\"hello\", [8], \"!\")", "\"hello!!!\""), ("resize(\"hello\", [2])", "\"he\""),
        ("string(10^400)", "\"1e+400\""), ("format(2^2000)", "\"1.1481306952742545e+602\""),
        ("string(1e-400)", "\"1e-400\""), ("string(-exp(-1000))", "\"-5.0759588975494568e-435\""),
        ("string(0)", "\"0\""),
        ("sqrt([1, 4, 9])", "[1, 2, 3]"), ("add([1, 2], [3, 4])", "[4, 6]"), ("max(1, 5, 3)", "5"),
        ("max([1, 5, 3])", "5"),
        ("std([2, 4, 6, 8], \"uncorrected\")", "sqrt(5)"), ("\"abc\"[2]", "\"b\""),
        // The word that is an operator and a unit
        ("5 in", "5 in"), ("5 in to cm", "127/10 cm"), ("5 in in cm", "127/10 cm"), ("5 cm to in", "250/127 in"),
        ("[1 in, (2 in)]", "[1 in, 2 in]"), ("5 in + 2 cm to cm", "147/10 cm"), ("2 in^2 to mm^2", "32258/25 mm^2"),
        ("x = 5 in; x in cm", "127/10 cm"), ("1/2 in", "1/2 in"), ("3/4 in + 1 in", "7/4 in"),
        ("1/2 in to cm", "127/100 cm"), ("1 ft / in", "12"), ("25.4 mm in in", "1 in"),
        // Assignment and functions
        ("x = 3", "3"), ("x = y = 2; x + y", "4"), ("f(x) = x^2; f(3)", "9"), ("f(x, y) = x y; f(2, 5)", "10"),
        ("fact(n) = n <= 1 ? 1 : n * fact(n - 1); fact(20)", "2432902008176640000"),
        ("a = 2; f(x) = a x; a = 3; f(5)", "15"),
        ("f(x) = x^2", "f(x)"), ("1; 2\n3", "3"), ("# a comment\n2 # another", "2"), ("(1 +\n2)", "3"),
        ("mod(8, 3)", "2"), ("'single'", "\"single\""), ("null", "null"),
        ("a = 77617; b = 33096; 333.75b^6 + a^2 (11a^2 b^2 - b^6 - 121b^4 - 2) + 5.5b^8 + a/(2b)", "-54767/66192"),
    ]

    @Test(arguments: values)
    func expressionHasItsValue(_ source: String, _ expected: String) throws {
        let answer = try Calculation().value(of: source)
        #expect((answer.exact ?? answer.decimal) == expected)
    }

    @Test func digitsAreRightAtAnyPrecision() throws {
        #expect(try decimal("exp(pi*sqrt(163))", 40) == "262537412640768743.9999999999992500725972")
        let rump =
            "333.75 * 33096^6 + 77617^2 * (11 * 77617^2 * 33096^2 - 33096^6 - 121 * 33096^4 - 2) + 5.5 * 33096^8 + 77617/(2*33096)"
        #expect(try decimal(rump, 20) == "-0.82739605994682136814")
        let long = try decimal("sqrt(2)", 10_000)
        #expect(long.count == 10_001)
        #expect(try decimal("sqrt(2)", 9_000).dropLast(1) == long.prefix(9_000))
    }

    @Test func theCancellationOfHugeTermsIsSeenThrough() throws {
        #expect(try decimal("10^1000 + sin(1) - 10^1000", 20) == "0.84147098480789650665")
        #expect(try decimal("exp(1/10^40) - 1 - 1/10^40", 5) == "5.0000e-81")
    }

    private func decimal(_ source: String, _ precision: Int) throws -> String {
        try Calculation(precision: precision).value(of: source).decimal
    }

    @Test func expressionsShareTheirVariables() throws {
        let calculation = Calculation(precision: 30)
        _ = try calculation.value(of: "r = sqrt(2)")
        _ = try calculation.value(of: "f(x) = r x")
        #expect(try calculation.value(of: "f(r)").exact == "2")
        // More bits than the definition was first evaluated with.
        #expect(try calculation.value(of: "f(10^60) - 10^60 r + 1").exact == "1")
        #expect(throws: Fault.self) { try calculation.value(of: "f(q)") }
        #expect(try calculation.value(of: "f(1)").exact == "sqrt(2)")
    }

    @Test func valuesOfSeveralStatementsAreThoseThatNoSemicolonHides() throws {
        let outcomes = try Calculation().outcomes(of: try Program("a = 1; b = 2\na + b\n4; # five"))
        #expect(outcomes.filter { !$0.statement.isHidden }.map(\.value.decimal) == ["2", "3"])
        #expect(outcomes.map(\.value.decimal) == ["1", "2", "3", "4"])
    }
}
