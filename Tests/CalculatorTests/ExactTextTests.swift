import Calculator
import Testing

/// What `exact` says is an expression of the language, and has the value that it stands for.
@Suite struct ExactTextTests {
    @Test(arguments: [
        ("(1+sqrt(2))*i", "(sqrt(2) + 1)*i"), ("log(exp(5i))", "(-2*pi + 5)*i"), ("log(-1)+i", "(pi + 1)*i"),
        ("-(pi+1)*i", "(-pi - 1)*i"), ("(1+2i)*(pi+i)", "pi - 2 + (2*pi + 1)*i"), ("2-(pi+1)i", "2 + (-pi - 1)*i"),
        ("(pi+1)/2*i", "(pi + 1)/2*i"), ("-pi*i", "-pi*i"), ("(pi+1)i cm", "((pi + 1)*i) cm"),
        ("det([1+i,pi;i,2])", "2 + (-pi + 2)*i"),
    ])
    func anImaginaryPartOfSeveralTermsHasParentheses(_ source: String, _ expected: String) throws {
        #expect(try Calculation().value(of: source).exact == expected)
    }

    private static let atoms = [
        "1", "2", "3", "1/2", "i", "2i", "pi", "sqrt(2)", "sqrt(3)", "log(2)", "log(-1)", "exp(5i)", "log(exp(5i))",
        "exp(i pi/3)", "sqrt(-2)", "e", "(1+i)", "phi",
    ]

    @Test func anExactTextPutBackInIsTheSameNumber() throws {
        var random = SplitMix(state: 7)
        var told = 0
        for _ in 0..<400 {
            var source = Self.atoms.randomElement(using: &random) ?? ""
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let sign = ["+", "-", "*", "/"].randomElement(using: &random) ?? "+"
                source = "(\(source))\(sign)(\(Self.atoms.randomElement(using: &random) ?? "1"))"
            }
            guard let answer = try? Calculation().value(of: source), let exact = answer.exact else { continue }
            told += 1
            let back = try Calculation().value(of: exact)
            #expect(back.decimal == answer.decimal, "\(source) is \(exact)")
        }
        #expect(told > 200)
    }
}
