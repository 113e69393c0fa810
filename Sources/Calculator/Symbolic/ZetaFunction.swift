import Numbers

/// The zeta function's exact values.
enum ZetaFunction {
    /// The value at a whole number where it is rational or a power of pi (DLMF 25.6.2, 25.6.3); nil elsewhere.
    static func exact(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        guard let n = x.asInteger else { return nil }
        if n.isNegative, n.isEven { return Number(0) }
        if n <= 0 {
            guard let index = (1 - n).asInt else { throw .resultTooLarge() }
            let bernoulli = try Fault.of(nil) { () throws(NumberError) in try Rational.bernoulli(index) }
            if index == 1 { return .rational(bernoulli) }
            return .rational(-(try bernoulli.divided(by: Rational(index), parameter: "x")))
        }
        guard let order = n.asInt, n.isEven, order <= 32 else { return nil }
        let bernoulli = try Fault.of(nil) { () throws(NumberError) in try Rational.bernoulli(order).magnitude }
        let factorial = try Fault.of(nil) { () throws(NumberError) in try Integer.factorial(n) }
        let scale = try Power.of(Number(2), Number(n - 1), context)
        let factor = try Number.rational(bernoulli).multiplied(by: scale, context).divided(
            by: Number(factorial), context)
        return try Power.of(Number(.pi(in: context.calcium)), Number(n), context).multiplied(by: factor, context)
    }
}
