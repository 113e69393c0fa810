import Numbers

/// The roots of polynomials, each as often as its multiplicity: fractions and roots of quadratic equations exactly, others
/// in balls that hold one root each.
struct RootFinder {
    /// Above this degree numbers in closed form are taken as balls.
    private static let closedDegree = 8

    private let context: EvaluationContext
    private var pairCount = 0

    private init(_ context: EvaluationContext) {
        self.context = context
    }

    /// The roots of a polynomial other than 0, by real part, then by imaginary part.
    /// - Throws: `undecided` when the precision does not tell roots apart; `too_large`.
    static func roots(of polynomial: NumberPolynomial, _ context: EvaluationContext) throws(Fault) -> [Number] {
        if let rational = polynomial.rational {
            let roots = try distinctRoots(of: rational, context)
            return roots.flatMap { [Number](repeating: $0.root.number, count: $0.multiplicity) }
        }
        var finder = RootFinder(context)
        return try RootOrder.sorted(try finder.general(polynomial), context).map(\.number)
    }

    // MARK: Fractions as coefficients

    /// A root, how often it is one, and the irreducible factor whose root it is.
    struct FactorRoot {
        let root: Root
        let multiplicity: Int
        let factor: RationalPolynomial
    }

    /// The different roots of a polynomial other than 0, by real part, then by imaginary part.
    static func distinctRoots(
        of polynomial: RationalPolynomial, _ context: EvaluationContext
    ) throws(Fault) -> [FactorRoot] {
        try PolynomialLimits.checkFactoring(polynomial)
        var finder = RootFinder(context)
        var roots: [FactorRoot] = []
        for power in polynomial.irreducibleFactors.powers {
            try context.checkDeadline()
            let found = try finder.irreducible(power.factor)
            roots += found.map { FactorRoot(root: $0, multiplicity: power.exponent, factor: power.factor) }
        }
        return try Ordering.sorted(roots) { a, b throws(Fault) in try RootOrder.precedes(a.root, b.root, context) }
    }

    private mutating func irreducible(_ factor: RationalPolynomial) throws(Fault) -> [Root] {
        let coefficients = factor.coefficients
        if factor.degree == 1 {
            let root = try Number.rational(-coefficients[0]).divided(by: .rational(coefficients[1]), context)
            return [Root(root)]
        }
        // Minus the mean of the roots: if they lie symmetrically, it is around it.
        let sum = try Number.rational(coefficients[factor.degree - 1]).divided(
            by: .rational(factor.leadingCoefficient), context)
        guard let center = try sum.divided(by: Number(-factor.degree), context).asRational else {
            throw .needsPrecision
        }
        let shifted = factor.composed(with: RationalPolynomial([center, 1]))
        let half = shifted.coefficients.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        let isSymmetric = shifted.coefficients.enumerated().allSatisfy {
            $0.offset.isMultiple(of: 2) || $0.element.isZero
        }
        guard isSymmetric else { return try isolated(factor, around: 0) }
        if factor.degree > 4 { return try isolated(shifted, around: center) }
        let squares = try squares(half)
        if squares.count == 2, try !squares[0].isReal(context) { return try quadruple(squares, around: center) }
        var roots: [Root] = []
        for square in squares { roots += try symmetric(square, around: center) }
        return roots
    }

    /// center ± the square roots of two conjugates, which are conjugates themselves.
    private mutating func quadruple(_ squares: [Number], around center: Rational) throws(Fault) -> [Root] {
        let pairs = [nextPair(), nextPair()]
        var roots: [Root] = []
        for square in squares {
            let root = try square.squareRoot(context)
            for (number, pair) in zip([root.negated, root], pairs) {
                roots.append(Root(try number.adding(.rational(center), context), pair: pair))
            }
        }
        return roots
    }

    /// The roots of a linear or quadratic polynomial.
    private func squares(_ coefficients: [Rational]) throws(Fault) -> [Number] {
        if coefficients.count == 2 {
            return [try Number.rational(-coefficients[0]).divided(by: .rational(coefficients[1]), context)]
        }
        return try quadratic(coefficients.map { Number.rational($0) })
    }

    /// center ± the square root.
    private mutating func symmetric(_ square: Number, around center: Rational) throws(Fault) -> [Root] {
        let root = try square.squareRoot(context)
        let isReal = try square.isReal(context)
        let isImaginary = isReal ? try square.sign(context) < 0 : false
        let pair = isImaginary ? nextPair() : nil
        var roots: [Root] = []
        for root in [root.negated, root] {
            let number = try root.adding(.rational(center), context)
            roots.append(Root(number, center: isImaginary ? center : nil, pair: pair))
        }
        return roots
    }

    /// The roots of a polynomial without repeated ones, moved by a fraction.
    private mutating func isolated(
        _ polynomial: RationalPolynomial, around center: Rational
    ) throws(Fault) -> [Root] {
        try PolynomialLimits.checkRoots(degree: polynomial.degree, context)
        let shift = ComplexBall(center, 0, bits: context.bits)
        let balls = polynomial.roots(bits: context.bits)
        let moved = balls.map { center.isZero ? $0 : $0.adding(shift, bits: context.bits) }
        let realCount = balls.prefix { $0.isReal }.count
        var roots = moved[..<realCount].map { Root(.ball($0)) }
        // After the real ones conjugates follow each other.
        for first in stride(from: realCount, to: balls.count, by: 2) {
            let pair = nextPair()
            let known = balls[first].real.isZero ? center : nil
            roots += moved[first...(first + 1)].map { Root(.ball($0), center: known, pair: pair) }
        }
        return roots
    }

    private mutating func nextPair() -> Int {
        pairCount += 1
        return pairCount
    }

    // MARK: Any coefficients

    private mutating func general(_ polynomial: NumberPolynomial) throws(Fault) -> [Root] {
        let coefficients = polynomial.coefficients
        let zeros = coefficients.prefix { $0.asRational?.isZero == true }.count
        let rest = try NumberPolynomial(Array(coefficients[zeros...]), context)
        let roots = [Root](repeating: Root(Number(0)), count: zeros)
        let isExact = rest.coefficients.allSatisfy(\.isExact)
        if isExact && rest.degree <= 2 { return try roots + closed(rest) }
        if let found = try isolated(rest) { return roots + found }
        guard isExact, rest.degree <= Self.closedDegree else { throw Self.undecided }
        return try roots + repeated(rest)
    }

    private mutating func repeated(_ polynomial: NumberPolynomial) throws(Fault) -> [Root] {
        var roots: [Root] = []
        for (part, multiplicity) in try polynomial.squareFreeParts(context) {
            guard let found = part.degree <= 2 ? try closed(part) : try isolated(part) else { throw Self.undecided }
            for root in found { roots += [Root](repeating: root, count: multiplicity) }
        }
        return roots
    }

    private mutating func closed(_ polynomial: NumberPolynomial) throws(Fault) -> [Root] {
        let coefficients = polynomial.coefficients
        switch polynomial.degree {
        case 0: return []
        case 1: return [Root(try coefficients[0].negated.divided(by: coefficients[1], context))]
        default:
            let pair = try areConjugate(coefficients) ? nextPair() : nil
            return try quadratic(coefficients).map { Root($0, pair: pair) }
        }
    }

    /// Whether a quadratic equation has real coefficients and no real roots.
    private func areConjugate(_ coefficients: [Number]) throws(Fault) -> Bool {
        for coefficient in coefficients {
            if try !coefficient.isReal(context) { return false }
        }
        return try discriminant(coefficients).sign(context) < 0
    }

    /// b² - 4ac
    private func discriminant(_ coefficients: [Number]) throws(Fault) -> Number {
        let product = try coefficients[2].multiplied(by: coefficients[0], context).multiplied(by: Number(4), context)
        return try coefficients[1].multiplied(by: coefficients[1], context).subtracting(product, context)
    }

    /// (-b ± √(b² - 4ac)) / 2a
    private func quadratic(_ coefficients: [Number]) throws(Fault) -> [Number] {
        let (a, b) = (coefficients[2], coefficients[1])
        let root = try discriminant(coefficients).squareRoot(context)
        let divisor = try a.multiplied(by: Number(2), context)
        return [
            try root.negated.subtracting(b, context).divided(by: divisor, context),
            try root.subtracting(b, context).divided(by: divisor, context),
        ]
    }

    /// Balls with one root each; nil when some are repeated or not told apart.
    private mutating func isolated(_ polynomial: NumberPolynomial) throws(Fault) -> [Root]? {
        try PolynomialLimits.checkRoots(degree: polynomial.degree, context)
        let balls = ComplexBallPolynomial(polynomial.coefficients.map { $0.ball(context) })
        guard let found = balls.roots(bits: context.bits) else { return nil }
        return Self.paired(found, areConjugate: balls.coefficients.allSatisfy(\.isReal), pairCount: &pairCount)
    }

    /// Balls of one number each; where with each number its conjugate is among them, which these are.
    static func paired(_ balls: [ComplexBall], areConjugate: Bool, pairCount: inout Int) -> [Root] {
        guard areConjugate else { return balls.map { Root(.ball($0)) } }
        var roots = balls.filter(\.isReal).map { Root(.ball($0)) }
        for ball in balls where !ball.isReal && ball.imaginary.isPositive == true {
            pairCount += 1
            roots += [Root(.ball(ball), pair: pairCount), Root(.ball(ball.conjugate), pair: pairCount)]
        }
        return roots
    }

    private static let undecided = Fault(
        .undecided,
        "Whether two roots are equal could not be decided: give exact coefficients, or fewer irrational ones")
}
