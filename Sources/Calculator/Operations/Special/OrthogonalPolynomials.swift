import Numbers

extension MathOperation {
    static let legendre = orthogonal(
        "legendre", "Legendre's polynomial P of degree n, or the function of any order.",
        examples: [
            "legendre(2, 1/3)": "-1/3", "legendre(10, 0.1)": "-312639993311/2560000000000",
            "legendre(1/2, 2)": "1.3291381621853577556",
        ],
        recurrence: .legendre, reflected: { -1 - $0 }, ball: { $1.legendre(degree: $0, bits: $2) })

    static let chebyshevt = orthogonal(
        "chebyshevt", "Chebyshev's polynomial T of degree n, or the function of any order.",
        examples: [
            "chebyshevt(3, 1/2)": "-1", "chebyshevt(5, 2)": "362", "chebyshevt(1/3, 2)": "1.0979116727228235764",
        ],
        recurrence: .chebyshev, reflected: { -$0 }, ball: { $1.chebyshevT(degree: $0, bits: $2) })

    static let hermite = orthogonal(
        "hermite", "Hermite's polynomial H of degree n, the physicists' one, or the function of any order.",
        examples: ["hermite(3, 1/2)": "-5", "hermite(4, 0)": "12"],
        recurrence: .hermite, reflected: { $0 }, ball: { $1.hermite(degree: $0, bits: $2) })

    static let laguerre = MathOperation(
        "laguerre", .special, "Laguerre's polynomial L of degree n and order a, or the function of any degree.",
        [
            .number("n", "the degree"), .number("a", "the order; 0 for the simple polynomials"),
            .number("x", "any number"),
        ], cost: .quick(upToDigits: 0), examples: ["laguerre(2, 0, 1/2)": "1/8", "laguerre(3, 1/2, 2)": "-43/48"]
    ) { arguments, context throws(Fault) in
        let (degree, order, x) = (try arguments.number(0), try arguments.number(1), try arguments.number(2))
        if case .rational(let a) = order {
            let recurrence = ThreeTermRecurrence.laguerre(order: a)
            if let value = try recurrence.value(degree, x, context) { return .number(value) }
        }
        let value = try OrthogonalFunction.argument(x, context).laguerre(
            degree: try OrthogonalFunction.degree(degree, context),
            order: try SpecialValue.order(order, upTo: 3, parameter: "a", context), bits: context.bits)
        return .number(try SpecialValue.number(value))
    }

    private static func orthogonal(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>, recurrence: ThreeTermRecurrence,
        reflected: @escaping @Sendable (Integer) -> Integer,
        ball: @escaping @Sendable (ComplexBall, ComplexBall, Int) -> ComplexBall
    ) -> MathOperation {
        MathOperation(
            name, .special, summary, [.number("n", "the degree"), .number("x", "any number")],
            cost: .quick(upToDigits: 0),
            examples: examples
        ) { arguments, context throws(Fault) in
            var (degree, x) = (try arguments.number(0), try arguments.number(1))
            if let n = degree.asInteger, n.isNegative { degree = Number(reflected(n)) }
            if let value = try recurrence.value(degree, x, context) { return .number(value) }
            let value = ball(
                try OrthogonalFunction.degree(degree, context), try OrthogonalFunction.argument(x, context),
                context.bits)
            return .number(try SpecialValue.number(value))
        }
    }
}

private enum OrthogonalFunction {
    static func degree(_ n: Number, _ context: EvaluationContext) throws(Fault) -> ComplexBall {
        try SpecialValue.order(n, upTo: 4, parameter: "n", context)
    }

    static func argument(_ x: Number, _ context: EvaluationContext) throws(Fault) -> ComplexBall {
        try SpecialValue.ball(x, upTo: 100, parameter: "x", context)
    }
}

/// Polynomials that follow from the two before them: P(k + 1) = (a x + b) P(k) - c P(k - 1), P(0) = 1.
struct ThreeTermRecurrence: Sendable {
    /// Bits of a value times the steps to it.
    private static let greatestWork = 20_000_000
    private static let greatestClosedDegree = 20

    /// Whether P(n) is an even or an odd function as n is.
    let isSymmetric: Bool
    let coefficients: @Sendable (_ k: Rational) throws(NumberError) -> (a: Rational, b: Rational, c: Rational)

    static let legendre = ThreeTermRecurrence(isSymmetric: true) { k throws(NumberError) in
        let next = try (k + 1).reciprocal()
        return ((k + k + 1) * next, 0, k * next)
    }

    static let chebyshev = ThreeTermRecurrence(isSymmetric: true) { k in (k.isZero ? 1 : 2, 0, 1) }

    static let hermite = ThreeTermRecurrence(isSymmetric: true) { k in (2, 0, k + k) }

    static func laguerre(order: Rational) -> ThreeTermRecurrence {
        ThreeTermRecurrence(isSymmetric: false) { k throws(NumberError) in
            let next = try (k + 1).reciprocal()
            return (-next, (k + k + 1 + order) * next, (k + order) * next)
        }
    }

    /// The exact value for a whole degree and an exact argument; nil where it is too long to be worth it.
    func value(_ degree: Number, _ x: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        guard let n = degree.asInteger, !n.isNegative, x.isExact else { return nil }
        if isSymmetric, !n.isEven, x.asRational?.isZero == true { return Number(0) }
        guard let steps = n.asInt, steps <= 2_000 else { return nil }
        if case .rational(let place) = x {
            guard steps * steps * (place.bitSize + 8) <= Self.greatestWork else { return nil }
        } else if steps > Self.greatestClosedDegree {
            return nil
        }
        var (before, value) = (Number(0), Number(1))
        for k in 0..<steps {
            let factors = try Fault.of("n") { () throws(NumberError) in try coefficients(Rational(k)) }
            let slope = try x.multiplied(by: .rational(factors.a), context).adding(.rational(factors.b), context)
            let next = try slope.multiplied(by: value, context)
                .subtracting(before.multiplied(by: .rational(factors.c), context), context)
            (before, value) = (value, next)
        }
        return value
    }
}
