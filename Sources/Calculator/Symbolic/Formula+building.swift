import Numbers

extension Formula {
    /// The sum, collected: 2x + 3x is 5x.
    static func adding(_ summands: [Formula]) -> Formula {
        var constant = Rational.zero
        var order: [Formula] = []
        var coefficients: [Formula: Rational] = [:]
        for term in summands.flatMap(\.terms) {
            if case .number(let value) = term {
                constant = constant + value
                continue
            }
            let (coefficient, rest) = term.coefficientAndRest
            if let sum = coefficients[rest] {
                coefficients[rest] = sum + coefficient
            } else {
                order.append(rest)
                coefficients[rest] = coefficient
            }
        }
        var terms: [Formula] = []
        for rest in order {
            guard let coefficient = coefficients[rest], !coefficient.isZero else { continue }
            terms.append(rest.scaled(by: coefficient))
        }
        terms = sortedTerms(terms)
        if !constant.isZero { terms.append(.number(constant)) }
        return terms.isEmpty ? .zero : terms.count == 1 ? terms[0] : .sum(terms)
    }

    static func + (a: Formula, b: Formula) -> Formula {
        if case .number(let x) = a, case .number(let y) = b { return .number(x + y) }
        return adding([a, b])
    }

    static func - (a: Formula, b: Formula) -> Formula { a + b.scaled(by: -1) }
    static func * (a: Formula, b: Formula) -> Formula {
        if case .number(let x) = a, case .number(let y) = b { return .number(x * y) }
        return multiplying([a, b])
    }
    static func / (a: Formula, b: Formula) -> Formula { a * b.raised(to: .number(-1)) }
    static prefix func - (a: Formula) -> Formula { a.scaled(by: -1) }

    /// The number that a term begins with, and what is left.
    var coefficientAndRest: (coefficient: Rational, rest: Formula) {
        switch self {
        case .number(let value): return (value, .one)
        case .product(let factors):
            guard case .number(let value) = factors[0] else { return (1, self) }
            return (value, factors.count == 2 ? factors[1] : .product(Array(factors.dropFirst())))
        default: return (1, self)
        }
    }

    /// The product with a number. A formula that divides by zero stays as it is.
    func scaled(by factor: Rational) -> Formula {
        if factor == 1 { return self }
        if factor.isZero, !dividesByZero { return .zero }
        let (coefficient, rest) = coefficientAndRest
        let product = coefficient * factor
        if rest == .one { return .number(product) }
        if product == -1, case .sum(let terms) = rest { return .sum(terms.map { $0.scaled(by: -1) }) }
        return product == 1 ? rest : .product([.number(product)] + rest.factors)
    }

    /// The product, powers of one base together: x^2 * x is x^3.
    static func multiplying(_ multiplicands: [Formula]) -> Formula {
        var coefficient = Rational.one
        var order: [Formula] = []
        var exponents: [Formula: Formula] = [:]
        var exponential = Formula.zero
        for factor in multiplicands.flatMap(\.factors) {
            switch factor {
            case .number(let value): coefficient = coefficient * value
            case .call("exp", let arguments): exponential = exponential + arguments[0]
            default:
                let (base, exponent) = factor.baseAndExponent
                if let sum = exponents[base] {
                    exponents[base] = sum + exponent
                } else {
                    order.append(base)
                    exponents[base] = exponent
                }
            }
        }
        var factors: [Formula] = []
        for base in order {
            for factor in base.raised(to: exponents[base] ?? .one).factors {
                if case .number(let value) = factor {
                    coefficient = coefficient * value
                } else {
                    factors.append(factor)
                }
            }
        }
        if !exponential.isZero { factors.append(.calling("exp", [exponential])) }
        if coefficient.isZero, !factors.contains(where: \.dividesByZero) { return .zero }
        factors = sortedFactors(factors)
        if factors.count == 1 { return factors[0].scaled(by: coefficient) }
        if factors.isEmpty { return .number(coefficient) }
        if coefficient != 1 { factors.insert(.number(coefficient), at: 0) }
        return .product(factors)
    }

    private var baseAndExponent: (base: Formula, exponent: Formula) {
        if case .power(let base, let exponent) = self { (base, exponent) } else { (self, .one) }
    }

    /// The principal power. Exponents are multiplied only where that is right on every branch.
    func raised(to exponent: Formula) -> Formula {
        guard case .number(let power) = exponent else {
            if self == .one { return self }
            if self == .symbol("e") { return .calling("exp", [exponent]) }
            return .power(self, exponent)
        }
        if power == 1 { return self }
        if power.isZero { return .one }
        switch self {
        case .number(let value): return Self.folded(value, power)
        case .symbol("e"): return .calling("exp", [exponent])
        case .symbol("i") where power.isInteger: return Self.powerOfI(power)
        case .power(let base, let inner) where power.isInteger: return base.raised(to: inner * exponent)
        case .power(.number(let base), .number(let inner)) where base > 0:
            return Formula.number(base).raised(to: .number(inner * power))
        case .call("exp", let arguments) where power.isInteger:
            return .calling("exp", [arguments[0].scaled(by: power)])
        case .product(let factors) where power.isInteger:
            return .multiplying(factors.map { $0.raised(to: exponent) })
        case .product:
            let (coefficient, rest) = coefficientAndRest
            // (c x)^p is c^p x^p for positive c.
            if coefficient > 0, coefficient != 1, case .number(let factor) = Self.folded(coefficient, power) {
                return .power(rest, exponent).scaled(by: factor)
            }
            return .power(self, exponent)
        default: return .power(self, exponent)
        }
    }

    private static func powerOfI(_ exponent: Rational) -> Formula {
        switch (try? exponent.modulo(4))?.numerator.asInt {
        case 0: .one
        case 1: .symbol("i")
        case 2: .number(-1)
        default: -Formula.symbol("i")
        }
    }

    /// Bits of a power of a number that is worth writing out.
    private static let powerBits = 2_048

    private static func folded(_ base: Rational, _ exponent: Rational) -> Formula {
        let inert = Formula.power(.number(base), .number(exponent))
        if base.isZero { return exponent > 0 ? .zero : inert }
        if base == 1 { return .one }
        guard let degree = exponent.denominator.asInt, let power = exponent.numerator.asInt,
            degree == 1 || base > 0, power.magnitude <= powerBits, degree <= powerBits,
            base.bitSize * Int(power.magnitude) <= powerBits * 2
        else { return inert }
        guard let root = degree == 1 ? base : try? base.exactRoot(UInt(degree)), let value = try? root.power(power)
        else { return degree == 2 && power == 1 ? squareRoot(of: base) : inert }
        return .number(value)
    }

    /// The root of a number without square divisors, times a fraction: sqrt(3/4) is sqrt(3) / 2.
    private static func squareRoot(of base: Rational) -> Formula {
        guard let above = base.numerator.asInt, let below = base.denominator.asInt, max(above, below) <= 1_000 else {
            return .power(.number(base), .half)
        }
        var (free, factor) = (above * below, 1)
        for divisor in stride(from: 2, through: 1_000, by: 1) where divisor * divisor <= free {
            while free.isMultiple(of: divisor * divisor) {
                free /= divisor * divisor
                factor *= divisor
            }
        }
        return Formula.power(.number(Rational(free)), .half).scaled(by: Rational(factor, over: below))
    }
}
