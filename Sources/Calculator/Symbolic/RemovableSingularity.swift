import Numbers

/// A point where numerator and denominator of f / g^n vanish together, so that the quotient goes on without a gap.
///
/// With f = 0 to the order N = n m and g = 0 to the order m at c, Taylor's formula with the integral remainder gives
/// f(x) = (x - c)^N F / N! with F a mean of f's N-th derivative between c and x, and likewise for g: the quotient is in
/// the quotient of the enclosures of both derivatives on any ball that contains x and c.
struct RemovableSingularity {
    private let center: ComplexBall
    private let numerator: BallFunction
    private let denominator: BallFunction
    private let power: Int
    private let scale: Rational

    private static let greatestOrder = 6

    /// Nil when the numerator does not vanish as the denominator does.
    private init?(
        _ numerator: Formula, over denominator: Formula, power: Int, at center: Number, _ variable: String,
        _ context: EvaluationContext
    ) {
        guard let (order, g) = Self.order(of: denominator, at: center, variable, context), order > 0,
            let (_, f) = Self.order(of: numerator, at: center, variable, context, atLeast: order * power),
            order * power <= Self.greatestOrder
        else { return nil }
        self.center = center.ball(context)
        self.numerator = BallFunction(f, of: variable, context)
        self.denominator = BallFunction(g, of: variable, context)
        self.power = power
        let factorials = (1...order).reduce(Rational.one) { $0 * Rational($1) }
        let total = (1...(order * power)).reduce(Rational.one) { $0 * Rational(1, over: $1) }
        scale = (0..<power).reduce(total) { result, _ in result * factorials }
    }

    /// How many derivatives vanish exactly at the point, and the next one; no more than asked for.
    private static func order(
        of formula: Formula, at center: Number, _ variable: String, _ context: EvaluationContext,
        atLeast least: Int? = nil
    ) -> (order: Int, derivative: Formula)? {
        var derivative = formula
        for order in 0...greatestOrder {
            if order == least { return (order, derivative) }
            guard let value = try? derivative.value(variable, at: center, context),
                let isZero = try? value.isZero(context)
            else { return nil }
            if !isZero { return least == nil ? (order, derivative) : nil }
            guard let next = try? derivative.derivative(variable).simplified, next.size <= 500 else { return nil }
            derivative = next
        }
        return nil
    }

    /// All such points of an integrand within the limits.
    static func all(
        in integrand: Formula, _ variable: String, from low: Number, to high: Number, _ context: EvaluationContext
    ) -> [RemovableSingularity] {
        var found: [RemovableSingularity] = []
        for (index, factor) in integrand.factors.enumerated() {
            guard case .power(let base, .number(let exponent)) = factor, exponent < 0,
                let power = exponent.magnitude.asInteger?.asInt, power <= greatestOrder, base.contains(variable)
            else { continue }
            var others = integrand.factors
            others.remove(at: index)
            let equation = Equation(formula: base, variable: variable, start: low, end: high, context: context)
            for root in (try? equation.roots()) ?? [] {
                let point = RemovableSingularity(
                    .multiplying(others), over: base, power: power, at: root, variable, context)
                if let point { found.append(point) }
            }
        }
        return found
    }

    /// An enclosure of the quotient on a ball that reaches the point; nil for any other.
    func value(at x: ComplexBall, isAnalytic: Bool, bits: Int) -> ComplexBall? {
        guard x.subtracting(center, bits: bits).containsZero else { return nil }
        let hull = ComplexBall(
            x.real.union(center.real, bits: bits),
            x.isReal && center.isReal ? x.imaginary : x.imaginary.union(center.imaginary, bits: bits))
        guard let f = numerator.value(at: hull, isAnalytic: isAnalytic, bits: bits),
            let g = denominator.value(at: hull, isAnalytic: isAnalytic, bits: bits)
        else { return nil }
        let quotient = f.divided(by: g.power(Integer(power), bits: bits), bits: bits)
        let value = quotient.multiplied(by: ComplexBall(RealBall(scale, bits: bits)), bits: bits)
        return value.isFinite ? value : nil
    }
}
