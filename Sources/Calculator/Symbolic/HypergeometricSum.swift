import Numbers

/// An infinite sum of terms whose quotient t(n + 1) / t(n) is a constant times a rational function of n and tends to
/// less than 1: from some n on it stays below a bound, so that the rest is less than that of a geometric series.
struct HypergeometricSum {
    let term: Formula
    let variable: String
    let first: Integer
    let context: EvaluationContext

    /// The quotient of neighbouring terms.
    private struct Ratio {
        var constant = Formula.one
        var function = Formula.one
    }

    private static let stepsLimit = 500_000
    private static let directLimit = 4_096

    /// Nil when the quotient has another form or tends to 1 in size.
    func value() throws(Fault) -> Number? {
        guard let ratio = ratio(), let function = RationalFunction(ratio.function.simplified, in: variable) else {
            return nil
        }
        let constant = try ratio.constant.value(context).ball(context)
        guard let bound = try bound(function, constant) else { return nil }
        return try sum(function, constant, from: bound.start, rate: bound.rate)
    }

    private func ratio() -> Ratio? {
        var ratio = Ratio()
        let next = Formula.symbol(variable) + .one
        for factor in term.factors where factor.contains(variable) {
            if RationalFunction(factor, in: variable) != nil {
                ratio.function = ratio.function * factor.replacing(variable, with: next) / factor
                continue
            }
            var (base, exponent) = (factor, Rational.one)
            if case .power(let inner, .number(let power)) = factor, power.isInteger {
                (base, exponent) = (inner, power)
            }
            switch base {
            case .power(let constant, let power) where !constant.contains(variable):
                guard let slope = slope(power) else { return nil }
                ratio.constant = ratio.constant * constant.raised(to: .number(Rational(slope) * exponent))
            case .call("exp", let arguments):
                let difference = (arguments[0].replacing(variable, with: next) - arguments[0]).simplified
                guard !difference.contains(variable) else { return nil }
                ratio.constant = ratio.constant * Formula.exp(difference.scaled(by: exponent))
            case .call("factorial", let arguments), .call("gamma", let arguments):
                let offset = if case .call("gamma", _) = base { 0 } else { 1 }
                guard let slope = slope(arguments[0]), (1...8).contains(slope) else { return nil }
                let rising = (0..<slope).map { arguments[0] + .number(Rational($0 + offset)) }
                ratio.function = ratio.function * Formula.multiplying(rising).raised(to: .number(exponent))
            default: return nil
            }
        }
        return ratio
    }

    private func slope(_ formula: Formula) -> Int? {
        guard let linear = formula.polynomial(in: variable), linear.degree == 1 else { return nil }
        return linear.leadingCoefficient.asInteger?.asInt
    }

    /// A place from which on the quotient is at most `rate` in size, which is below 1.
    private func bound(
        _ function: RationalFunction, _ constant: ComplexBall
    ) throws(Fault) -> (start: Int, rate: RealBall)? {
        let excess = function.numerator.degree - function.denominator.degree
        if excess > 0 { throw .divergentSum }
        guard let origin = first.asInt, origin.magnitude < 1 << 30 else { return nil }
        let bits = 64
        let size = constant.magnitude(bits: bits).upperBound
        let leading = RealBall(function.numerator.leadingCoefficient.magnitude, bits: bits)
        if excess == 0, constant.magnitude(bits: bits).multiplied(by: leading, bits: bits).isGreater(than: 1) == true {
            throw .divergentSum
        }
        var offset = 1
        while offset <= Self.directLimit {
            let start = max(origin, 1) + offset
            // 1/n for every n from `start` on.
            let inverse = RealBall(from: 0, to: Rational(1, over: start), bits: bits)
            var rate = reversedValue(function.numerator, inverse).divided(
                by: reversedValue(function.denominator, inverse), bits: bits)
            for _ in 0..<(-excess) { rate = rate.multiplied(by: inverse, bits: bits) }
            let bound = rate.magnitude.multiplied(by: size, bits: bits).upperBound
            let limit = excess == 0 ? Rational(9_995, over: 10_000) : .half
            if bound.isFinite, bound.isLess(than: limit) == true { return (start, bound) }
            offset *= 2
        }
        return nil
    }

    /// p(n) / n^degree as a function of 1/n.
    private func reversedValue(_ polynomial: RationalPolynomial, _ inverse: RealBall) -> RealBall {
        polynomial.coefficients.reduce(RealBall(Integer.zero)) { result, coefficient in
            result.multiplied(by: inverse, bits: 64).adding(RealBall(coefficient, bits: 64), bits: 64)
        }
    }

    private func sum(
        _ function: RationalFunction, _ constant: ComplexBall, from start: Int, rate: RealBall
    ) throws(Fault) -> Number {
        let bits = context.bits + 32
        var total = ComplexBall(RealBall(Integer.zero))
        // Term by term up to where the quotient is bounded, by quotients from there on.
        var n = first.asInt ?? start
        while n < start {
            total = total.adding(try value(at: n), bits: bits)
            n += 1
        }
        var term = try value(at: n)
        let rest = RealBall(Integer.one).subtracting(rate, bits: 64)
        for step in 0..<Self.stepsLimit {
            if step.isMultiple(of: 256) { try context.checkDeadline() }
            let tail = term.magnitude(bits: 64).divided(by: rest, bits: 64).upperBound
            if isNegligible(tail, beside: total) {
                let error = RealBall(Integer.zero).widened(by: tail)
                let isReal = total.isReal && term.isReal
                let result = total.adding(ComplexBall(error, isReal ? RealBall(Integer.zero) : error), bits: bits)
                guard result.isFinite else { throw .needsPrecision }
                return .ball(result)
            }
            total = total.adding(term, bits: bits)
            let x = Rational(n)
            let quotient = try function.numerator.value(at: x).divided(
                by: function.denominator.value(at: x), parameter: "expr")
            term = term.multiplied(by: constant, bits: bits).multiplied(
                by: ComplexBall(RealBall(quotient, bits: bits)), bits: bits)
            n += 1
        }
        throw Fault(
            .cannotCertify, parameter: "expr", "The sum converges too slowly to be proven: ask for fewer digits"
        ).finally
    }

    private func isNegligible(_ tail: RealBall, beside total: ComplexBall) -> Bool {
        let limit = total.magnitude(bits: 64).scaled(byPowerOfTwo: -context.bits - 4)
        return tail.isLess(than: limit) == true
            || tail.scaled(byPowerOfTwo: 4 * context.bits).isLess(than: 1) == true
    }

    private func value(at n: Int) throws(Fault) -> ComplexBall {
        try term.value(variable, at: Number(n), context.adding(bits: 32)).ball(context.adding(bits: 32))
    }
}
