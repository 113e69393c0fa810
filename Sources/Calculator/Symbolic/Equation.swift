import Numbers

/// An equation f = 0 in an interval.
struct Equation {
    let formula: Formula
    let variable: String
    let start: Number
    let end: Number
    let context: EvaluationContext

    private static let patience = Duration.milliseconds(1_500)

    func roots() throws(Fault) -> [Number] {
        if formula.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        try BallFunction(formula, of: variable, context).checkNames()
        guard try start.compare(end, context) <= 0 else {
            throw Fault(.domain, parameter: "b", "Give an upper end that is not below the lower one")
        }
        if !formula.contains(variable) {
            guard try formula.value(context).isZero(context) else { return [] }
            throw Fault(.domain, parameter: "expr", "The expression is 0 everywhere: every number is a root")
        }
        let parts = RootFactors(of: formula, in: variable)
        let budget = Budget(Self.patience, context)
        var roots: [Number] = []
        for factor in parts.factors { roots += try self.roots(of: factor, budget) }
        var result: [Number] = []
        for root in try Ordering.sorted(roots, context) {
            if let last = result.last, try last.equals(root, context) { continue }
            if try isExcluded(root, parts.denominators) { continue }
            result.append(root)
        }
        return result
    }

    /// Between fractions inside the interval by bisection; what is left at an end that is no fraction is so short that
    /// the end itself is the only possible root there.
    private func roots(of factor: Formula, _ budget: Budget) throws(Fault) -> [Number] {
        let search = RootSearch(factor, variable, budget, context)
        guard let low = inner(start, roundedUp: true), let high = inner(end, roundedUp: false) else {
            throw Fault(.tooLarge, "Give an interval with smaller ends")
        }
        var roots: [Number] = []
        if start.asRational == nil { roots += try search.root(at: start, near: low) }
        if low < high {
            for part in try search.isolate(from: low, to: high) { roots.append(try search.refined(part)) }
        } else if low == high, search.isRoot(.rational(low)) {
            roots.append(.rational(low))
        }
        if end.asRational == nil, low <= high { roots += try search.root(at: end, near: high) }
        return roots
    }

    /// A fraction beside an end, towards the inside.
    private func inner(_ end: Number, roundedUp: Bool) -> Rational? {
        if let value = end.asRational { return value.bitSize <= Limits.closedFormBits ? value : nil }
        guard let middle = end.ball(context.with(bits: 96)).real.midpointRational else { return nil }
        let step = (middle.magnitude + 1) * Rational(1, overPowerOfTwo: 40)
        return roundedUp ? middle + step : middle - step
    }

    /// Whether a denominator is 0 there: then the expression has no value.
    private func isExcluded(_ root: Number, _ denominators: [Formula]) throws(Fault) -> Bool {
        for denominator in denominators {
            if try denominator.value(variable, at: root, context).isZero(context) { return true }
        }
        return false
    }
}
