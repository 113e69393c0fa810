import Calculator
import Testing

/// How results are typeset.
@Suite struct ResultLaTeXTests {
    private func latex(_ source: String) throws -> String? { try Calculation().value(of: source).latex }

    @Test(arguments: [
        ("5 m", #"5\,\mathrm{m}"#), ("9.81 m/s^2", #"\frac{\frac{981}{100}\,\mathrm{m}}{\mathrm{s}^{2}}"#),
        ("3 J", #"3\,\mathrm{J}"#), ("m", #"\mathrm{m}"#),
        ("2 kg m / s", #"\frac{2\,\left(\mathrm{kg}\,\mathrm{m}\right)}{\mathrm{s}}"#),
        ("pi K", #"\left(\pi\right)\,\mathrm{K}"#),
        ("[1 m, 2 s]", #"\begin{bmatrix}1\,\mathrm{m} & 2\,\mathrm{s}\end{bmatrix}"#),
        ("createUnit(\"q\", 3 m); 2 q", #"2\,\mathrm{q}"#), ("[pi, e, i]", #"\begin{bmatrix}\pi & e & i\end{bmatrix}"#),
        ("2 + 3i", #"2 + 3\,i"#), ("sqrt(2)/e", #"\frac{\sqrt{2}}{e}"#),
    ])
    func everyUnitIsUprightAndEveryConstantAsEver(_ source: String, _ expected: String) throws {
        #expect(try latex(source) == expected)
    }

    @Test(arguments: [
        ("derivative(\"x^2\", \"x\")", #"2 \cdot x"#), ("simplify(\"2x + 3x\")", #"5 \cdot x"#),
        (
            "derivative(\"x^3 sin(x)\", \"x\")",
            #"x^{3} \cdot \cos\left(x\right) + 3 \cdot x^{2} \cdot \sin\left(x\right)"#
        ),
        ("expand(\"(x + 1)^2\")", #"x^{2} + 2\,x + 1"#), ("taylor(\"sin(x)\", \"x\", 0, 3)", #"x - \frac{x^{3}}{6}"#),
        ("polyfactor(\"x^2 - 1\")", #"\left(x - 1\right) \cdot \left(x + 1\right)"#),
        ("polygcd(\"x^2 - 1\", \"x - 1\")", "x - 1"), ("d = derivative(\"m^2\", \"m\"); d", #"2 \cdot m"#),
        (
            "map([\"x^2\", \"x^3\"], f(t) = derivative(t, \"x\"))",
            #"\begin{bmatrix}2 \cdot x & 3 \cdot x^{2}\end{bmatrix}"#
        ),
    ])
    func anAnswerThatIsAnExpressionIsTypesetAsOne(_ source: String, _ expected: String) throws {
        #expect(try latex(source) == expected)
    }

    @Test func aTextStaysAText() throws {
        #expect(try latex("\"2 * x\"") == #"\text{"2 * x"}"#)
        #expect(try latex("concat(derivative(\"x^2\", \"x\"), \"!\")") == #"\text{"2 * x!"}"#)
        #expect(try latex("format(1/3)") == #"\text{"0.3333333333333333"}"#)
    }

    @Test func signsInATextAreTypesetAsThemselves() throws {
        #expect(
            try latex(#""x^3 ~ \\ $1""#) == #"\text{"x\textasciicircum{}3 \textasciitilde{} \textbackslash{} \$1"}"#)
    }

    @Test func theAnswerItselfIsWhatItWas() throws {
        let value = try Calculation().value(of: "derivative(\"x^2\", \"x\")")
        #expect(value.result == .string("2 * x") && value.exact == "\"2 * x\"" && value.type == .string)
    }
}
