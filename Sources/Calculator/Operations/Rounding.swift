import Numbers

extension MathOperation {
    static let floor = rounding(
        "floor", "Rounds down, towards minus infinity.", examples: ["floor(-2.5)": "-3", "floor(3.18, 1)": "31/10"]
    ) { x in x.floor }

    static let ceil = rounding(
        "ceil", "Rounds up, towards plus infinity.", examples: ["ceil(-2.5)": "-2", "ceil(3.12, 1)": "16/5"]
    ) { x in x.ceiling }

    static let round = rounding(
        "round", "Rounds to the nearest; a half goes away from zero.",
        examples: ["round(2.5)": "3", "round(-2.5)": "-3", "round(123.45678, 2)": "6173/50"]
    ) { x in x.roundedHalfAwayFromZero }

    static let fix = rounding(
        "fix", "Rounds towards zero: drops what stands behind the point.",
        examples: ["fix(-2.7)": "-2", "fix(3.18, 1)": "31/10"]
    ) { x in x.truncated }

    private static func rounding(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ toInteger: @escaping @Sendable (Rational) -> Integer
    ) -> MathOperation {
        let decimals = Parameter.integer(
            "n", "the number of decimals to keep", minimum: 0, maximum: 1_000, default: "0", above: .lessThanEqual)
        return MathOperation(
            name, .rounding, summary, [.number("x", "the number to round"), decimals], examples: examples
        ) { arguments, _ throws(Fault) in
            let (x, n) = (try arguments.rational(0), try arguments.int(1))
            if n == 0 { return .integer(toInteger(x)) }
            let scale = try Fault.of("n") { () throws(NumberError) in try Rational(10).power(n) }
            return .rational(try Rational(toInteger(x * scale)).divided(by: scale, parameter: "n"))
        }
    }
}
