import Numbers

extension MathOperation {
    static let zeta = function(
        "zeta", .special, "Riemann's zeta function.", x: "any number but 1", cost: .quick(upToDigits: 0),
        traits: .init(latex: .name("\\zeta")),
        examples: [
            "zeta(2)": "pi^2/6", "zeta(-1)": "-1/12", "zeta(3)": "1.2020569031595942854",
            "zeta(1/2 + 10i)": "1.5448952202967527669 - 0.11533646527127337544i",
        ]
    ) { x, context throws(Fault) in
        if x.asRational == 1 { throw SpecialValue.pole("x", "a number other than 1") }
        if let value = try ZetaFunction.exact(x, context) { return value }
        return try SpecialValue.number(try ZetaFunction.argument(x, context).zeta(bits: context.bits))
    }

    static let eta = function(
        "eta", .special, "Dirichlet's eta function, the alternating zeta function.", x: "any number",
        cost: .quick(upToDigits: 0),
        examples: ["eta(1)": "log(2)", "eta(0)": "1/2", "eta(3)": "0.90154267736969571405"]
    ) { x, context throws(Fault) in
        if x.asRational == 1 { return try Number(2).logarithm(context) }
        if let zeta = try ZetaFunction.exact(x, context), let n = x.asInteger {
            let power = try Power.of(Number(2), Number(1 - n), context)
            return try Number(1).subtracting(power, context).multiplied(by: zeta, context)
        }
        return try SpecialValue.number(try ZetaFunction.argument(x, context).eta(bits: context.bits))
    }

    static let polylog = MathOperation(
        "polylog", .special, "The polylogarithm, the sum of z^k/k^s, continued to the plane cut from 1 on.",
        [.number("s", "the order"), .number("z", "the argument")], cost: .quick(upToDigits: 0),
        examples: [
            "polylog(2, 1)": "pi^2/6", "polylog(1, 1/2)": "-log(1/2)", "polylog(-2, 1/3)": "3/2",
            "polylog(2, 2)": "2.4674011002723396547 - 2.1775860903036021305i",
        ]
    ) { arguments, context throws(Fault) in
        let (s, z) = (try arguments.number(0), try arguments.number(1))
        return .number(try Polylogarithm.of(s, z, context))
    }
}

/// The bounds of the zeta function's argument.
extension ZetaFunction {
    /// The height up the critical strip times the working precision: what takes half a second (measured).
    private static let greatestWork = 200_000_000
    /// Bits at which the function of other than whole numbers takes two seconds (measured).
    static let greatestBits = 30_000

    /// The argument as a ball, when it is neither too far left nor too high.
    static func argument(_ x: Number, _ context: EvaluationContext) throws(Fault) -> ComplexBall {
        try SpecialValue.checkBits(context, upTo: x.asInteger == nil ? greatestBits : 2 * greatestBits)
        let ball = x.ball(context)
        // To the right the series is a few terms however large the argument is.
        if ball.isReal, ball.real.isPositive == true { return ball }
        let bounded = try SpecialValue.ball(x, upTo: 6, parameter: "x", context)
        let work = Rational(greatestWork)
        let height = bounded.imaginary.magnitude.multiplied(by: RealBall(Integer(context.bits)), bits: 64)
        if height.isGreater(than: work) == true {
            throw Fault(
                .tooLarge, parameter: "x",
                "The imaginary part is too large for so many digits: give a smaller one, or ask for fewer digits")
        }
        return bounded
    }
}

/// The polylogarithm's exact values and the bounds of its arguments.
private enum Polylogarithm {
    private static let greatestExactOrder = 60

    static func of(_ s: Number, _ z: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if z.asRational == 0 { return Number(0) }
        if z.asRational == 1 {
            let order = s.ball(context).real
            guard let converges = order.isGreater(than: 1) else {
                if s.asRational == 1 { throw SpecialValue.pole("z", "a number other than 1") }
                throw .needsPrecision
            }
            guard converges else { throw SpecialValue.pole("z", "a number other than 1") }
            return try MathOperation.zeta.number(of: s, context)
        }
        if z.asRational == -1 { return try MathOperation.eta.number(of: s, context).negated }
        if s.asRational == 1 { return try Number(1).subtracting(z, context).logarithm(context).negated }
        if let order = s.asInteger?.asInt, -greatestExactOrder...0 ~= order, z.isExact {
            return try rational(-order, z, context)
        }
        if s.asInteger == nil { try SpecialValue.checkBits(context, upTo: ZetaFunction.greatestBits) }
        let order = try SpecialValue.order(s, upTo: 2, parameter: "s", context)
        let argument = try SpecialValue.ball(z, upTo: 1_000, parameter: "z", context)
        return try SpecialValue.number(argument.polylogarithm(order: order, bits: context.bits))
    }

    /// Li(-n, z) = Σ k! S(n + 1, k + 1) (z / (1 - z))^(k + 1) over k from 0 to n, with Stirling numbers of the second
    /// kind (DLMF 25.12.10 by repeated derivation).
    private static func rational(_ n: Int, _ z: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        let quotient = try z.divided(by: try Number(1).subtracting(z, context), context)
        var stirling: [Integer] = [1]
        for _ in 0..<n {
            // S(m + 1, k) = k S(m, k) + S(m, k - 1), the list beginning with k = 1.
            stirling = (0...stirling.count).map { index in
                let left = index < stirling.count ? Integer(index + 1) * stirling[index] : 0
                return left + (index > 0 ? stirling[index - 1] : 0)
            }
        }
        var sum = Number(0)
        for index in stirling.indices.reversed() {
            let factorial = try Fault.of(nil) { () throws(NumberError) in try Integer.factorial(Integer(index)) }
            sum = try sum.adding(Number(factorial * stirling[index]), context).multiplied(by: quotient, context)
        }
        return sum
    }
}
