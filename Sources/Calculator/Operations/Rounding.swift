import Numbers

extension MathOperation {
    static let floor = rounding(
        "floor", "Rounds down, towards minus infinity.",
        traits: .init(latex: .form(of: 1) { x, _ in "\\left\\lfloor \(x(0))\\right\\rfloor" }),
        examples: ["floor(-2.5)": "-3", "floor(3.18, 1)": "31/10"]
    ) { x, context throws(Fault) in try x.floor(context) }

    static let ceil = rounding(
        "ceil", "Rounds up, towards plus infinity.",
        traits: .init(latex: .form(of: 1) { x, _ in "\\left\\lceil \(x(0))\\right\\rceil" }, synonyms: ["ceiling"]),
        examples: ["ceil(-2.5)": "-2", "ceil(3.12, 1)": "16/5"]
    ) { x, context throws(Fault) in -(try x.negated.floor(context)) }

    static let round = rounding(
        "round", "Rounds to the nearest; a half goes away from zero.",
        examples: ["round(2.5)": "3", "round(-2.5)": "-3", "round(123.45678, 2)": "6173/50"]
    ) { x, context throws(Fault) in
        if case .rational(let value) = x { return value.roundedHalfAwayFromZero }
        let half = try Number(1).divided(by: Number(2), context)
        if try x.sign(context) < 0 { return -(try half.subtracting(x, context).floor(context)) }
        return try x.adding(half, context).floor(context)
    }

    static let fix = rounding(
        "fix", "Rounds towards zero: drops what stands behind the point.",
        traits: .init(synonyms: ["trunc", "truncate"]), examples: ["fix(-2.7)": "-2", "fix(3.18, 1)": "31/10"]
    ) { x, context throws(Fault) in
        try x.sign(context) < 0 ? -(try x.negated.floor(context)) : try x.floor(context)
    }

    private static func rounding(
        _ name: String, _ summary: String, traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ toInteger: @escaping @Sendable (Number, EvaluationContext) throws(Fault) -> Integer
    ) -> MathOperation {
        let decimals = Parameter.integer(
            "n", "the number of decimals to keep", minimum: 0, maximum: 1_000, default: "0", above: .lessThanEqual)
        return MathOperation(
            name, .rounding, summary, [.number("x", "the number to round"), decimals], traits: traits,
            examples: examples
        ) { arguments, context throws(Fault) in
            let (x, n) = (try arguments.number(0), try arguments.int(1))
            let scale = try Fault.of("n") { () throws(NumberError) in try Rational(10).power(n) }
            if try x.isReal(context) { return .number(try scaled(x, by: scale, toInteger, context)) }
            // Real and imaginary part each by itself, as mathjs.
            let real = try scaled(x.real(context), by: scale, toInteger, context)
            let imaginary = try scaled(x.imaginary(context), by: scale, toInteger, context)
            let unit = Number(.imaginaryUnit(in: context.calcium))
            return .number(try real.adding(try imaginary.multiplied(by: unit, context), context))
        }
    }

    private static func scaled(
        _ x: Number, by scale: Rational,
        _ toInteger: (Number, EvaluationContext) throws(Fault) -> Integer, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        if scale == 1 { return Number(try toInteger(x, context)) }
        let whole = try toInteger(try x.multiplied(by: .rational(scale), context), context)
        return try Number(whole).divided(by: .rational(scale), context)
    }
}
