import Numbers

/// A formula as a function of one complex ball, which can also tell where it is analytic.
///
/// Absolute values, signs, real roots and the like are continued from the real axis: each is analytic where its argument
/// keeps to one side.
final class BallFunction {
    let formula: Formula
    /// Parts that are known to be real and not negative wherever the function is asked for.
    var nonnegative: Set<Formula> = []
    private let variable: String
    fileprivate let context: EvaluationContext
    private let evaluator: any Interpreter
    /// The values of the parts without the variable, at the precision they were last needed.
    private var constants: [Formula: ComplexBall] = [:]
    private var constantBits = 0

    init(_ formula: Formula, of variable: String, _ context: EvaluationContext) {
        self.formula = formula
        self.variable = variable
        self.context = context
        evaluator = context.program
    }

    /// Finds names without a value before anything is computed.
    func checkNames() throws(Fault) {
        for name in formula.names.sorted() where name != variable {
            let value = try evaluator.evaluate(Formula.symbol(name).node)
            guard case .number = value else {
                throw Fault(.typeMismatch, "\(name) is \(value.kind): only numbers can stand in this expression")
            }
        }
    }

    /// All values on the ball; nil where they are not bounded or, if that is asked for, not analytic.
    func value(at x: ComplexBall, isAnalytic: Bool = false, bits: Int) -> ComplexBall? {
        if bits != constantBits {
            constants = [:]
            constantBits = bits
        }
        return Evaluation(function: self, x: x, isAnalytic: isAnalytic, bits: bits).value(of: formula)
    }

    fileprivate func constant(_ part: Formula, _ bits: Int) -> ComplexBall? {
        if let value = constants[part] { return value }
        let precise = context.language.init(context.with(bits: bits + 16))
        let bindings = evaluatorBindings(part)
        guard case .number(let number)? = try? precise.evaluate(part.node, with: bindings) else { return nil }
        let value = number.ball(context.with(bits: bits + 16))
        constants[part] = value
        return value
    }

    /// What the program's names stand for. Balls among them keep their precision: more does not come from more bits.
    private func evaluatorBindings(_ part: Formula) -> [String: Value] {
        var bindings: [String: Value] = [:]
        for name in part.names { bindings[name] = evaluator.value(named: name) }
        return bindings
    }

    fileprivate func isConstant(_ part: Formula) -> Bool { !part.contains(variable) }

    /// Whether a real argument has a real value, as far as the function is analytic there.
    fileprivate func isReal(_ part: Formula, _ bits: Int) -> Bool {
        if isConstant(part) { return constant(part, bits)?.isReal ?? false }
        return part.parts.allSatisfy { isReal($0, bits) }
    }
}

/// One evaluation of a ball function.
private struct Evaluation {
    let function: BallFunction
    let x: ComplexBall
    let isAnalytic: Bool
    let bits: Int

    func value(of formula: Formula) -> ComplexBall? {
        if function.isConstant(formula) { return function.constant(formula, bits) }
        guard let value = bounded(formula), value.isFinite else { return nil }
        return value
    }

    private func bounded(_ formula: Formula) -> ComplexBall? {
        switch formula {
        case .number, .symbol: return x
        case .sum(let terms):
            var sum = ComplexBall(RealBall(Integer.zero))
            for term in terms {
                guard let value = value(of: term) else { return nil }
                sum = sum.adding(value, bits: bits)
            }
            return sum
        case .product(let factors):
            var product = ComplexBall(RealBall(Integer.one))
            for factor in factors {
                guard let value = value(of: factor) else { return nil }
                product = product.multiplied(by: value, bits: bits)
            }
            return product
        case .power(let base, let exponent): return power(base, exponent)
        case .call(let name, let arguments):
            var values: [ComplexBall] = []
            for argument in arguments {
                guard let value = value(of: argument) else { return nil }
                values.append(value)
            }
            return call(name, arguments, values)
        }
    }

    private func power(_ base: Formula, _ exponent: Formula) -> ComplexBall? {
        guard let b = value(of: base) else { return nil }
        if case .number(let power) = exponent {
            if let whole = power.asInteger {
                let size = b.power(whole.magnitude, bits: bits)
                return whole.isNegative ? one.divided(by: size, bits: bits) : size
            }
            if isAnalytic, b.touchesNegativeAxis { return nil }
            if power == .half, !b.containsZero { return b.squareRoot(bits: bits) }
            if b.isReal {
                let value = power == .half ? b.real.squareRoot(bits: bits) : b.real.power(power, bits: bits)
                if value.isFinite { return ComplexBall(value) }
                // A power with a positive exponent is continuous at 0 and grows with the size of its base.
                if power > 0 {
                    return powerAroundZero(b.real, power, isNonnegative: function.nonnegative.contains(base))
                }
            }
            return b.power(ComplexBall(RealBall(power, bits: bits + 16)), bits: bits)
        }
        guard let e = value(of: exponent) else { return nil }
        if isAnalytic, !function.isConstant(base), b.touchesNegativeAxis { return nil }
        return b.power(e, bits: bits)
    }

    /// For a real ball that may reach 0 from above or below.
    private func powerAroundZero(_ base: RealBall, _ power: Rational, isNonnegative: Bool) -> ComplexBall? {
        let size = base.magnitude.upperBound.power(power, bits: bits)
        guard size.isFinite else { return nil }
        if isNonnegative {
            let half = size.scaled(byPowerOfTwo: -1)
            return ComplexBall(half.widened(by: half))
        }
        let around = RealBall(Integer.zero).widened(by: size)
        return ComplexBall(around, base.isNegative == false ? RealBall(Integer.zero) : around)
    }

    private var one: ComplexBall { ComplexBall(RealBall(Integer.one)) }

    private func call(_ name: String, _ arguments: [Formula], _ values: [ComplexBall]) -> ComplexBall? {
        guard let z = values.first else { return nil }
        if values.count == 1, let function = Elementary.functions[name] {
            if isAnalytic, function.touchesCut(z) { return nil }
            return function.value(z, bits)
        }
        if let pieces = pieces(name, values) {
            // Between its pieces the function is continued from the real axis: its arguments have to be real there.
            return isAnalytic && !arguments.allSatisfy({ self.function.isReal($0, bits) }) ? nil : pieces(values)
        }
        switch (name, values.count) {
        case ("log2", 1), ("log10", 1), ("log", 2):
            let base = values.count == 2 ? values[1] : ComplexBall(RealBall(Integer(name == "log2" ? 2 : 10)))
            if isAnalytic, z.touchesNegativeAxis || base.touchesNegativeAxis { return nil }
            return z.logarithm(bits: bits).divided(by: base.logarithm(bits: bits), bits: bits)
        default: return catalogue(name, arguments, values)
        }
    }

    /// Functions without a cut among those of the catalogue that have no rule of their own.
    private static let meromorphic: Set<String> = ["erf", "erfc", "si", "gamma", "digamma", "zeta", "airyai", "airybi"]
    private static let entireOfWholeOrder: Set<String> = ["besselj", "besseli", "hermite", "legendre", "chebyshevt"]

    private func catalogue(_ name: String, _ arguments: [Formula], _ values: [ComplexBall]) -> ComplexBall? {
        let hasWholeOrder = arguments.first?.asRational?.isInteger == true
        let isSmooth = Self.meromorphic.contains(name) || Self.entireOfWholeOrder.contains(name) && hasWholeOrder
        guard isSmooth || !isAnalytic, let operation = function.context.language.operation(named: name)
        else { return nil }
        let context = function.context.apart(bits: bits)
        let numbers = zip(arguments, values).map { argument, value in
            Value.number(argument.asRational.map { .rational($0) } ?? .ball(value))
        }
        guard case .number(let number)? = try? operation.call(numbers, [], context) else {
            return nil
        }
        return number.ball(context)
    }
}

extension Evaluation {
    private typealias Piecewise = ([ComplexBall]) -> ComplexBall?

    /// Functions of real numbers that are analytic in pieces; nil for any other.
    private func pieces(_ name: String, _ values: [ComplexBall]) -> Piecewise? {
        switch (name, values.count) {
        case ("abs", 1): { absolute($0[0]) }
        case ("sign", 1): { sign($0[0]) }
        case ("cbrt", 1): { root($0[0], 3) }
        case ("nthRoot", 1): { root($0[0], 2) }
        case ("nthRoot", 2): { values in degree(values[1]).flatMap { root(values[0], $0) } }
        case ("floor", 1): { floor($0[0]) }
        case ("ceil", 1): { floor(-$0[0]).map { -$0 } }
        case ("mod", 2):
            { values in
                floor(values[0].divided(by: values[1], bits: bits)).map {
                    values[0].subtracting(values[1].multiplied(by: $0, bits: bits), bits: bits)
                }
            }
        case ("max", _), ("min", _): { extremum($0, isLargest: name == "max") }
        case ("hypot", _): { hypotenuse($0) }
        case ("atan2", 2): { angle($0[0], $0[1]) }
        default: nil
        }
    }

    private func absolute(_ z: ComplexBall) -> ComplexBall? {
        if isAnalytic {
            if z.real.isPositive == true { return z }
            return z.real.isNegative == true ? -z : nil
        }
        return ComplexBall(z.isReal ? z.real.magnitude : z.magnitude(bits: bits))
    }

    private func sign(_ z: ComplexBall) -> ComplexBall? {
        guard isAnalytic || z.isReal else { return nil }
        if z.real.isPositive == true { return one }
        if z.real.isNegative == true { return -one }
        return isAnalytic ? nil : ComplexBall(RealBall(0, radius: 1, bits: bits))
    }

    private func degree(_ ball: ComplexBall) -> UInt? {
        ball.real.uniqueInteger.flatMap { $0.asInt }.flatMap { $0 > 0 ? UInt($0) : nil }
    }

    private func root(_ z: ComplexBall, _ degree: UInt) -> ComplexBall? {
        if z.isReal, !isAnalytic {
            let value = z.real.root(degree, bits: bits)
            return value.isFinite ? ComplexBall(value) : nil
        }
        if z.real.isPositive == true { return z.root(degree, bits: bits) }
        return z.real.isNegative == true && !degree.isMultiple(of: 2) ? -(-z).root(degree, bits: bits) : nil
    }

    private func floor(_ z: ComplexBall) -> ComplexBall? {
        guard isAnalytic || z.isReal else { return nil }
        if let floor = z.real.floor { return ComplexBall(RealBall(floor)) }
        if isAnalytic { return nil }
        let half = RealBall(.half, radius: .half, bits: bits)
        return ComplexBall(z.real.subtracting(half, bits: bits))
    }

    private func extremum(_ values: [ComplexBall], isLargest: Bool) -> ComplexBall? {
        var best = values[0]
        for value in values.dropFirst() {
            let difference = best.subtracting(value, bits: bits)
            guard let distance = absolute(difference) else { return nil }
            let sum = best.adding(value, bits: bits)
            best = (isLargest ? sum.adding(distance, bits: bits) : sum.subtracting(distance, bits: bits))
                .multiplied(by: ComplexBall(RealBall(.half, bits: bits)), bits: bits)
        }
        return best
    }

    private func hypotenuse(_ values: [ComplexBall]) -> ComplexBall? {
        var sum = ComplexBall(RealBall(Integer.zero))
        for value in values { sum = sum.adding(value.multiplied(by: value, bits: bits), bits: bits) }
        if isAnalytic { return sum.touchesNegativeAxis ? nil : sum.squareRoot(bits: bits) }
        guard values.allSatisfy(\.isReal) else { return nil }
        var length = values[0].real.magnitude
        for value in values.dropFirst() { length = length.hypotenuse(value.real, bits: bits) }
        return ComplexBall(length)
    }

    private func angle(_ y: ComplexBall, _ x: ComplexBall) -> ComplexBall? {
        guard isAnalytic else {
            return x.isReal && y.isReal ? ComplexBall(y.real.arctangent2(x.real, bits: bits)) : nil
        }
        if x.real.isPositive == true { return y.divided(by: x, bits: bits).arctangent(bits: bits) }
        let quarter = ComplexBall(
            RealBall.pi(bits: bits).multiplied(by: RealBall(.half, bits: bits), bits: bits))
        let rest = x.divided(by: y, bits: bits).arctangent(bits: bits)
        if y.real.isPositive == true { return quarter.subtracting(rest, bits: bits) }
        return y.real.isNegative == true ? (-quarter).subtracting(rest, bits: bits) : nil
    }
}

/// The elementary functions of one number and their cuts.
private struct Elementary: Sendable {
    let value: @Sendable (ComplexBall, Int) -> ComplexBall
    let touchesCut: @Sendable (ComplexBall) -> Bool

    private init(
        cut touchesCut: @escaping @Sendable (ComplexBall) -> Bool = { _ in false },
        _ value: @escaping @Sendable (ComplexBall, Int) -> ComplexBall
    ) {
        self.value = value
        self.touchesCut = touchesCut
    }

    static let functions: [String: Elementary] = [
        "exp": Elementary { $0.exponential(bits: $1) },
        "sin": Elementary { $0.sine(bits: $1) },
        "cos": Elementary { $0.cosine(bits: $1) },
        "tan": Elementary { $0.tangent(bits: $1) },
        "sinh": Elementary { $0.hyperbolicSine(bits: $1) },
        "cosh": Elementary { $0.hyperbolicCosine(bits: $1) },
        "tanh": Elementary { $0.hyperbolicTangent(bits: $1) },
        "log": Elementary(cut: { $0.touchesNegativeAxis }) { $0.logarithm(bits: $1) },
        "asin": Elementary(cut: { $0.touchesRealAxisBeyondOne }) { $0.arcsine(bits: $1) },
        "acos": Elementary(cut: { $0.touchesRealAxisBeyondOne }) { $0.arccosine(bits: $1) },
        "atanh": Elementary(cut: { $0.touchesRealAxisBeyondOne }) { $0.inverseHyperbolicTangent(bits: $1) },
        "atan": Elementary(cut: { $0.touchesImaginaryAxisBeyondOne }) { $0.arctangent(bits: $1) },
        "asinh": Elementary(cut: { $0.touchesImaginaryAxisBeyondOne }) { $0.inverseHyperbolicSine(bits: $1) },
        "acosh": Elementary(cut: { $0.imaginary.containsZero && $0.real.isGreater(than: 1) != true }) {
            $0.inverseHyperbolicCosine(bits: $1)
        },
    ]
}

extension ComplexBall {
    /// Whether a number that is real and not positive may be inside.
    fileprivate var touchesNegativeAxis: Bool { imaginary.containsZero && real.isPositive != true }

    fileprivate var touchesRealAxisBeyondOne: Bool {
        imaginary.containsZero && real.magnitude.isLess(than: 1) != true
    }

    fileprivate var touchesImaginaryAxisBeyondOne: Bool {
        real.containsZero && imaginary.magnitude.isLess(than: 1) != true
    }
}
