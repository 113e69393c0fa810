import Numbers

/// The sum of a rational function over the whole numbers from `first` on, by partial fractions: a simple pole r
/// contributes the digamma function of first - r, a multiple one Hurwitz's zeta function. Simple poles whose distances
/// are whole numbers cancel exactly.
struct RationalSum {
    let function: RationalFunction
    let first: Integer
    let context: EvaluationContext

    /// The part A / (n - r)^j of a function.
    private struct Part {
        let pole: Rational
        let order: Int
        let residue: Rational
    }

    /// Nil when a pole is beyond what is known.
    func value() throws(Fault) -> Number? {
        guard function.denominator.degree - function.numerator.degree >= 2 || function.numerator.isZero else {
            throw .divergentSum
        }
        let factors = function.denominator.irreducibleFactors.powers
        guard factors.allSatisfy({ $0.factor.degree == 1 || $0.exponent == 1 }) else { return nil }
        var total = Number(0)
        var simple: [Part] = []
        for factor in factors where factor.factor.degree == 1 {
            for part in try parts(at: factor) {
                if part.order == 1 { simple.append(part) } else { total = try total.adding(zeta(part), context) }
            }
        }
        total = try total.adding(try telescoped(simple), context)
        for factor in factors where factor.factor.degree > 1 {
            total = try total.adding(irrational(factor.factor), context)
        }
        return total
    }

    /// The coefficients at a rational pole, from the series of the function there.
    private func parts(at factor: RationalPolynomial.Power) throws(Fault) -> [Part] {
        let coefficients = factor.factor.coefficients
        let pole = try (-coefficients[0]).divided(by: coefficients[1], parameter: "expr")
        if pole.isInteger, pole.numerator >= first {
            throw Fault(.divisionByZero, parameter: "expr", "Division by zero in the term at \(pole)")
        }
        let shift = RationalPolynomial([pole, 1])
        let above = function.numerator.composed(with: shift).coefficients
        let below = Array(function.denominator.composed(with: shift).coefficients.dropFirst(factor.exponent))
        var series: [Rational] = []
        for index in 0..<factor.exponent {
            var value = index < above.count ? above[index] : 0
            for (k, known) in series.enumerated() where index - k < below.count {
                value = value - known * below[index - k]
            }
            series.append(try value.divided(by: below[0], parameter: "expr"))
        }
        return series.enumerated().filter { !$0.element.isZero }.map {
            Part(pole: pole, order: factor.exponent - $0.offset, residue: $0.element)
        }
    }

    private func zeta(_ part: Part) throws(Fault) -> Number {
        try HurwitzSum.value(order: Rational(part.order), from: Rational(first) - part.pole, context)
            .multiplied(by: .rational(part.residue), context)
    }

    /// Terms that a difference of whole numbers may have before they are too many to be added one by one.
    private static let differenceLimit = 10_000

    private func telescoped(_ parts: [Part]) throws(Fault) -> Number {
        var total = Number(0)
        var classes: [Rational: [Part]] = [:]
        for part in parts { classes[part.pole - Rational(part.pole.floor), default: []].append(part) }
        for parts in classes.values {
            let starts = parts.map { Rational(first) - $0.pole }
            guard let base = starts.min() else { continue }
            var residue = Rational.zero
            for (part, start) in zip(parts, starts) {
                residue = residue + part.residue
                guard let steps = (start - base).asInteger?.asInt, steps <= Self.differenceLimit else {
                    throw Fault(.tooLarge, parameter: "expr", "The poles lie too far apart: use smaller numbers")
                }
                var terms: [Number] = []
                for step in 0..<steps {
                    terms.append(.rational(try Rational.one.divided(by: base + Rational(step), parameter: "expr")))
                }
                let difference = try Folding.sum(terms, context).multiplied(by: .rational(part.residue), context)
                total = try total.subtracting(difference, context)
            }
            if residue.isZero { continue }
            let digamma = RealBall(base, bits: wideBits).digamma(bits: wideBits)
            guard digamma.isFinite else { throw .needsPrecision }
            total = try total.subtracting(Number(digamma).multiplied(by: .rational(residue), context), context)
        }
        return total
    }

    private var wideBits: Int { context.bits + 32 }

    /// Simple poles that are no fractions, with the value of P/Q' as residue.
    private func irrational(_ factor: RationalPolynomial) throws(Fault) -> Number {
        let slope = function.denominator.derivative
        var sum = ComplexBall(RealBall(Integer.zero))
        for root in factor.roots(bits: wideBits) {
            let residue = value(of: function.numerator, at: root).divided(
                by: value(of: slope, at: root), bits: wideBits)
            let start = ComplexBall(RealBall(first)).subtracting(root, bits: wideBits)
            let digamma = start.digamma(bits: wideBits)
            sum = sum.subtracting(residue.multiplied(by: digamma, bits: wideBits), bits: wideBits)
        }
        // Conjugate roots have conjugate contributions.
        guard sum.isFinite else { throw .needsPrecision }
        return Number(sum.real)
    }

    private func value(of polynomial: RationalPolynomial, at x: ComplexBall) -> ComplexBall {
        polynomial.coefficients.reversed().reduce(ComplexBall(RealBall(Integer.zero))) { result, coefficient in
            result.multiplied(by: x, bits: wideBits).adding(
                ComplexBall(RealBall(coefficient, bits: wideBits)), bits: wideBits)
        }
    }
}

/// The sum of (n + a)^-s over n from 0 on.
enum HurwitzSum {
    private static let exactSteps = 10_000

    /// For s > 1; through zeta where a is a whole number.
    static func value(order s: Rational, from a: Rational, _ context: EvaluationContext) throws(Fault) -> Number {
        guard s > 1 else { throw .divergentSum }
        if s.isInteger, let start = a.asInteger?.asInt, start >= 1, start <= exactSteps,
            let zeta = try ZetaFunction.exact(.rational(s), context)
        {
            var terms: [Number] = []
            for n in 1..<start { terms.append(try Power.of(Number(n), .rational(-s), context)) }
            return try zeta.subtracting(Folding.sum(terms, context), context)
        }
        let bits = context.bits + 16
        let value = ComplexBall(RealBall(a, bits: bits)).hurwitzZeta(
            order: ComplexBall(RealBall(s, bits: bits)), bits: bits)
        guard value.isFinite else { throw .needsPrecision }
        return .ball(value)
    }
}

extension Fault {
    static let divergentSum = Fault(
        .notFinite, parameter: "expr", "The sum does not converge: give an upper end, or terms that fall faster")
}
