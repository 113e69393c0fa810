import Numbers

extension MathOperation {
    static let besselj = bessel(
        "besselj", "Bessel's function of the first kind.", x: "any number",
        examples: [
            "besselj(0, 0)": "1", "besselj(0, 1)": "0.76519768655796655145",
            "besselj(1/2, 2)": "0.51301613656182775167",
        ],
        atZero: BesselFunction.firstKindAtZero, ball: { $1.besselJ(order: $0, bits: $2) })

    static let bessely = bessel(
        "bessely", "Bessel's function of the second kind.", x: "any number but 0",
        examples: ["bessely(0, 1)": "0.088256964215676957983", "bessely(1, 10)": "0.24901542420695388392"],
        atZero: BesselFunction.secondKindAtZero, ball: { $1.besselY(order: $0, bits: $2) })

    static let besseli = bessel(
        "besseli", "The modified Bessel function of the first kind.", x: "any number",
        examples: ["besseli(0, 0)": "1", "besseli(0, 1)": "1.2660658777520083356"],
        atZero: BesselFunction.firstKindAtZero, ball: { $1.besselI(order: $0, bits: $2) })

    static let besselk = bessel(
        "besselk", "The modified Bessel function of the second kind.", x: "any number but 0",
        examples: ["besselk(0, 1)": "0.42102443824070833334", "besselk(2, 1/2)": "7.5501835512408694366"],
        atZero: BesselFunction.secondKindAtZero, ball: { $1.besselK(order: $0, bits: $2) })

    static let airyai = special(
        "airyai", "Airy's function Ai, which vanishes at infinity.", x: "any number", upTo: 6,
        examples: ["airyai(0)": "0.35502805388781723926", "airyai(-2)": "0.22740742820168557599"],
        exact: { _, _ in nil }, ball: { $0.airyAi(bits: $1) })

    static let airybi = special(
        "airybi", "Airy's function Bi, which grows towards infinity.", x: "any number", upTo: 6,
        examples: ["airybi(0)": "0.61492662744600073515", "airybi(1)": "1.2074235949528712594"],
        exact: { _, _ in nil }, ball: { $0.airyBi(bits: $1) })

    private static func bessel(
        _ name: String, _ summary: String, x: String, examples: KeyValuePairs<String, String>,
        atZero: @escaping @Sendable (Number, EvaluationContext) throws(Fault) -> Number,
        ball: @escaping @Sendable (ComplexBall, ComplexBall, Int) -> ComplexBall
    ) -> MathOperation {
        MathOperation(
            name, .special, summary, [.number("n", "the order"), .number("x", x)], cost: .quick(upToDigits: 0),
            examples: examples
        ) { arguments, context throws(Fault) in
            let (order, x) = (try arguments.number(0), try arguments.number(1))
            if x.asRational == 0 { return .number(try atZero(order, context)) }
            let value = ball(
                try SpecialValue.order(order, upTo: 3, parameter: "n", context),
                try SpecialValue.ball(x, upTo: 15, parameter: "x", context), context.bits)
            return .number(try SpecialValue.number(value))
        }
    }
}

/// Bessel functions at 0.
private enum BesselFunction {
    /// z^n times an even function that is 1/n! at 0 (DLMF 10.2.2).
    @Sendable static func firstKindAtZero(_ order: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if order.asRational == 0 { return Number(1) }
        if order.asInteger != nil { return Number(0) }
        let real = try order.real(context).sign(context)
        if real > 0 { return Number(0) }
        throw Fault(
            .domain, parameter: "x",
            real < 0
                ? "The value at 0 would be infinite: give x other than 0" : "There is no value at 0: give another x")
    }

    @Sendable static func secondKindAtZero(_ order: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        throw SpecialValue.pole("x", "a number other than 0")
    }
}
