import Numbers

/// Finds all roots of one function in an interval by bisection: parts where the values keep away from 0 are left out,
/// parts where the function is monotone have one root or none by the signs at their ends.
struct RootSearch {
    private let formula: Formula
    private let function: BallFunction
    private let slope: BallFunction?
    private let variable: String
    private let context: EvaluationContext
    private let budget: Budget

    /// A part of the interval with exactly one root in it.
    struct Isolated {
        let low: Rational
        let high: Rational
        /// The root, when it is an end.
        let exact: Rational?
    }

    private static let bits = 96
    private static let partsLimit = 20_000
    private static let rootsLimit = 1_000
    /// The interval's length over this power of two is where parts are too short to go on.
    private static let depth = 70

    init(_ formula: Formula, _ variable: String, _ budget: Budget, _ context: EvaluationContext) {
        self.formula = formula
        self.variable = variable
        self.context = context
        self.budget = budget
        function = BallFunction(formula, of: variable, context)
        slope = (try? formula.derivative(variable)).map { BallFunction($0.simplified, of: variable, context) }
    }

    /// The roots between the ends, each in a part of its own, in order.
    func isolate(from low: Rational, to high: Rational) throws(Fault) -> [Isolated] {
        var parts = [(low, high, 0)]
        var roots: [Isolated] = []
        var count = 0
        while let (low, high, depth) = parts.popLast() {
            count += 1
            try context.checkDeadline()
            guard count <= Self.partsLimit, !budget.isSpent else { throw unresolved(low, high) }
            if isFree(low, high) { continue }
            if isMonotone(low, high), let root = try root(low, high) {
                if let root, roots.last?.exact == nil || roots.last?.exact != root.exact { roots.append(root) }
                guard roots.count <= Self.rootsLimit else {
                    throw Fault(.tooLarge, "There are more than \(Self.rootsLimit) roots: give a shorter interval")
                }
                continue
            }
            if depth >= 8, depth.isMultiple(of: 4), let root = multipleRoot(low, high) {
                roots.append(root)
                continue
            }
            guard depth < Self.depth, let middle = middle(low, high) else { throw unresolved(low, high) }
            parts.append((middle, high, depth + 1))
            parts.append((low, middle, depth + 1))
        }
        return roots
    }

    /// A root of several orders at a short fraction c: when the first derivatives vanish there exactly and the next one
    /// keeps away from 0, Taylor's formula f(x) = f^(m)(y) (x - c)^m / m! leaves no other root in the part.
    private func multipleRoot(_ low: Rational, _ high: Rational) -> Isolated? {
        let around = RealBall(from: low, to: high, bits: Self.bits)
        let center = around.containsZero ? 0 : around.simplestRational
        guard let center, center >= low, center <= high, isRoot(.rational(center)) else { return nil }
        var derivative = formula
        for _ in 0..<Self.greatestOrder {
            guard let next = try? derivative.derivative(variable).simplified, next.size <= 1_000 else { return nil }
            derivative = next
            let function = BallFunction(derivative, of: variable, context)
            guard let value = function.value(at: ball(low, high), bits: Self.bits) else { return nil }
            if !value.containsZero { return value.isReal ? Isolated(low: low, high: high, exact: center) : nil }
            guard let exact = try? derivative.value(variable, at: .rational(center), context),
                (try? exact.isZero(context)) == true
            else { return nil }
        }
        return nil
    }

    private static let greatestOrder = 8

    private func ball(_ low: Rational, _ high: Rational) -> ComplexBall {
        ComplexBall(RealBall(from: low, to: high, bits: Self.bits))
    }

    /// Whether no value in the part is 0, seen directly or by the mean value theorem.
    private func isFree(_ low: Rational, _ high: Rational) -> Bool {
        let x = ball(low, high)
        guard let value = function.value(at: x, bits: Self.bits) else { return false }
        if !value.containsZero { return true }
        let center = ComplexBall(RealBall((low + high) * .half, bits: Self.bits))
        guard let rate = slope?.value(at: x, bits: Self.bits), rate.isReal, value.isReal,
            let middle = function.value(at: center, bits: Self.bits)
        else { return false }
        let way = x.subtracting(center, bits: Self.bits)
        return !middle.adding(rate.multiplied(by: way, bits: Self.bits), bits: Self.bits).containsZero
    }

    private func isMonotone(_ low: Rational, _ high: Rational) -> Bool {
        let x = ball(low, high)
        guard let rate = slope?.value(at: x, bits: Self.bits), let value = function.value(at: x, bits: Self.bits) else {
            return false
        }
        return rate.isReal && value.isReal && !rate.containsZero
    }

    /// The root in a part where the function is monotone: a nil inside when there is none, nil when a sign is open.
    private func root(_ low: Rational, _ high: Rational) throws(Fault) -> Isolated?? {
        guard let first = sign(at: low), let last = sign(at: high) else { return nil }
        if first == 0 { return .some(Isolated(low: low, high: high, exact: low)) }
        if last == 0 { return .some(Isolated(low: low, high: high, exact: high)) }
        return first == last ? .some(nil) : .some(Isolated(low: low, high: high, exact: nil))
    }

    /// The sign at a fraction; nil when it is not decided or not real.
    func sign(at x: Rational) -> Int? {
        for bits in [Self.bits, 4 * Self.bits] {
            guard let value = function.value(at: ComplexBall(RealBall(x, bits: bits + x.bitSize)), bits: bits) else {
                continue
            }
            guard value.isReal else { return nil }
            if value.real.isPositive == true { return 1 }
            if value.real.isNegative == true { return -1 }
        }
        return isRoot(.rational(x)) ? 0 : nil
    }

    /// Whether the function is known to be 0 there.
    func isRoot(_ x: Number) -> Bool {
        guard let value = try? formula.value(variable, at: x, context) else { return false }
        return (try? value.isZero(context)) ?? false
    }

    /// A point near the middle where the sign is known and is not 0.
    private func middle(_ low: Rational, _ high: Rational) -> Rational? {
        for numerator in [32, 31, 35, 27] {
            let point = low + (high - low) * Rational(numerator) * Rational(1, overPowerOfTwo: 6)
            if let sign = sign(at: point), sign != 0 { return point }
        }
        // Beyond the domain there is no sign; a part there may still be free.
        return (low + high) * .half
    }

    /// An end of the interval that is no fraction, when it is a root: the short part between it and the fraction beside
    /// it must have no other.
    func root(at end: Number, near inner: Rational) throws(Fault) -> [Number] {
        let bits = context.bits
        let part = ComplexBall(
            end.ball(context).real.union(RealBall(inner, bits: bits + inner.bitSize), bits: Self.bits))
        if let value = function.value(at: part, bits: Self.bits), !value.containsZero { return [] }
        guard let rate = slope?.value(at: part, bits: Self.bits), rate.isReal, !rate.containsZero else {
            throw unresolved(inner, inner)
        }
        if isRoot(end) { return [end] }
        // Monotone: a root strictly between shows by the signs.
        guard let value = function.value(at: end.ball(context), bits: bits), value.isReal, !value.containsZero,
            let sign = sign(at: inner)
        else { throw .needsPrecision }
        if (value.real.isPositive == true) == (sign > 0), sign != 0 { return [] }
        throw unresolved(inner, inner)
    }

    private func unresolved(_ low: Rational, _ high: Rational) -> Fault {
        let place = ((low + high) * .half).decimalText(significantDigits: 6)
        return Fault(
            .cannotCertify, parameter: "expr",
            "Near \(variable) = \(place) it could not be proven how many roots there are: a root there may be multiple, or lie at a pole or jump; leave that place out of the interval"
        ).finally
    }
}

extension Rational {
    /// The number over 2^exponent.
    init(_ numerator: Int, overPowerOfTwo exponent: Int) {
        self = (try? Rational(numerator: Integer(numerator), denominator: Integer(1 << exponent))) ?? 0
    }
}

extension RootSearch {
    /// The root to the working precision; exactly where it is a short fraction, one times pi, or the root of one.
    func refined(_ root: Isolated) throws(Fault) -> Number {
        if let exact = root.exact { return .rational(exact) }
        let near = try enclosure(root, bits: 128)
        if let exact = recognised(near, root) { return exact }
        return Number(try enclosure(root, bits: context.bits))
    }

    /// Newton's method on balls, by bisection where that does not help.
    private func enclosure(_ root: Isolated, bits goal: Int) throws(Fault) -> RealBall {
        var (low, high) = (root.low, root.high)
        let lowSign = sign(at: low)
        var bits = Self.bits
        var x = RealBall(from: low, to: high, bits: bits)
        var failures = 0
        while true {
            try context.checkDeadline()
            let before = x
            if let next = newton(x, bits: bits) {
                x = next
            }
            if x.accuracyBits >= goal { return x }
            if isHalved(x, before) {
                bits = min(2 * bits, goal + Self.bits)
                failures = 0
                continue
            }
            failures += 1
            guard failures < 200 else { throw .needsPrecision }
            if bits < goal + Self.bits, x.accuracyBits > 20 {
                bits = min(2 * bits, goal + Self.bits)
                continue
            }
            let middle = (low + high) * .half
            guard let sign = sign(at: middle) else { throw .needsPrecision }
            if sign == 0 { return RealBall(middle, bits: goal + Self.bits) }
            if sign == lowSign { low = middle } else { high = middle }
            x = RealBall(from: low, to: high, bits: bits)
        }
    }

    private func newton(_ x: RealBall, bits: Int) -> RealBall? {
        let center = x.midpoint(bits: bits)
        guard let value = function.value(at: ComplexBall(center), bits: bits),
            let rate = slope?.value(at: ComplexBall(x), bits: bits), !rate.containsZero, value.isReal, rate.isReal
        else { return nil }
        let next = center.subtracting(value.real.divided(by: rate.real, bits: bits), bits: bits)
        return next.isFinite ? next.intersection(x, bits: bits) : nil
    }

    private func isHalved(_ next: RealBall, _ last: RealBall) -> Bool {
        let (a, b) = (next.radius, last.radius)
        return a.scaled(byPowerOfTwo: 1).isLess(than: b) == true
    }

    /// An exact number that is near enough and is a root: then it is this one, since the part has no other.
    private func recognised(_ x: RealBall, _ root: Isolated) -> Number? {
        let bits = Self.bits
        let pi = RealBall.pi(bits: 128)
        let closed = Number(ClosedForm.pi(in: context.calcium))
        var candidates: [Number] = x.containsZero ? [Number(0)] : []
        if let value = x.simplestRational, value.bitSize < bits / 2 { candidates.append(.rational(value)) }
        if let value = x.divided(by: pi, bits: 128).simplestRational, value.bitSize < bits / 3,
            let product = try? closed.multiplied(by: .rational(value), context)
        {
            candidates.append(product)
        }
        if let value = x.multiplied(by: x, bits: 128).simplestRational, value.bitSize < bits / 3,
            let size = try? Number.rational(value).squareRoot(context)
        {
            candidates.append(x.isNegative == true ? size.negated : size)
        }
        let part = RealBall(from: root.low, to: root.high, bits: bits)
        return candidates.first { candidate in
            let ball = candidate.ball(context.with(bits: 128))
            return ball.isReal && ball.real.isWithin(part) && isRoot(candidate)
        }
    }
}
