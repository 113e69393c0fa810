import Numbers

/// A polynomial in any number of variables: what an expression is read into.
struct SparsePolynomial: Sendable {
    /// The exponents of the variables, in the order in which these are kept elsewhere.
    typealias Monomial = [Int]

    /// Coefficients by their monomials; none is known to be 0.
    private(set) var terms: [Monomial: Number]
    /// How many variables there are.
    let variableCount: Int

    private init(_ terms: [Monomial: Number], variableCount: Int) {
        self.terms = terms
        self.variableCount = variableCount
    }

    /// A number.
    init(constant: Number, variableCount: Int) {
        let isZero = constant.asRational?.isZero == true
        let monomial = Monomial(repeating: 0, count: variableCount)
        self.init(isZero ? [:] : [monomial: constant], variableCount: variableCount)
    }

    /// A variable.
    init(variable index: Int, variableCount: Int) {
        var monomial = Monomial(repeating: 0, count: variableCount)
        monomial[index] = 1
        self.init([monomial: Number(1)], variableCount: variableCount)
    }

    /// The number, when there are no variables in it.
    var constant: Number? {
        if terms.isEmpty { return Number(0) }
        guard terms.count == 1, let (monomial, number) = terms.first, monomial.allSatisfy({ $0 == 0 }) else {
            return nil
        }
        return number
    }

    /// The largest sum of exponents.
    var degree: Int { terms.keys.map { $0.reduce(0, +) }.max() ?? 0 }

    /// The coefficients of a polynomial in one variable, the constant one first.
    var coefficients: [Number] {
        var coefficients = [Number](repeating: Number(0), count: degree + 1)
        for (monomial, number) in terms { coefficients[monomial[0]] = number }
        return coefficients
    }

    func adding(_ other: SparsePolynomial, _ context: EvaluationContext) throws(Fault) -> SparsePolynomial {
        var sum = self
        for (monomial, number) in other.terms { try sum.add(number, monomial, context) }
        return sum
    }

    func negated() -> SparsePolynomial {
        SparsePolynomial(terms.mapValues(\.negated), variableCount: variableCount)
    }

    func multiplied(by other: SparsePolynomial, _ context: EvaluationContext) throws(Fault) -> SparsePolynomial {
        guard degree + other.degree <= PolynomialLimits.degree else { throw .degreeTooLarge }
        if let a = rational, let b = other.rational {
            guard a.bitSize + b.bitSize + (a.degree + b.degree + 1) * (a.longest + b.longest) <= PolynomialLimits.bits
            else { throw .polynomialTooLarge }
            return SparsePolynomial(a * b)
        }
        guard terms.count * other.terms.count <= PolynomialLimits.products else { throw .polynomialTooLarge }
        var product = SparsePolynomial([:], variableCount: variableCount)
        for (left, a) in terms {
            try context.checkDeadline()
            for (right, b) in other.terms {
                try product.add(try a.multiplied(by: b, context), zip(left, right).map { $0 + $1 }, context)
            }
        }
        return product
    }

    func power(_ exponent: Int, _ context: EvaluationContext) throws(Fault) -> SparsePolynomial {
        var power = SparsePolynomial(constant: Number(1), variableCount: variableCount)
        guard degree * exponent <= PolynomialLimits.degree else { throw .degreeTooLarge }
        for bit in (0..<max(Int.bitWidth - exponent.leadingZeroBitCount, 0)).reversed() {
            power = try power.multiplied(by: power, context)
            if exponent >> bit & 1 == 1 { power = try power.multiplied(by: self, context) }
        }
        return power
    }

    private mutating func add(_ number: Number, _ monomial: Monomial, _ context: EvaluationContext) throws(Fault) {
        let sum = try terms[monomial].map { old throws(Fault) in try old.adding(number, context) } ?? number
        terms[monomial] = sum.asRational?.isZero == true ? nil : sum
    }

    /// In one variable with fractions as coefficients, where FLINT is quicker.
    private var rational: RationalPolynomial? {
        guard variableCount == 1 else { return nil }
        var coefficients = [Rational](repeating: 0, count: degree + 1)
        for (monomial, number) in terms {
            guard let value = number.asRational else { return nil }
            coefficients[monomial[0]] = value
        }
        return RationalPolynomial(coefficients)
    }

    private init(_ polynomial: RationalPolynomial) {
        var terms: [Monomial: Number] = [:]
        for (index, coefficient) in polynomial.coefficients.enumerated() where !coefficient.isZero {
            terms[[index]] = .rational(coefficient)
        }
        self.init(terms, variableCount: 1)
    }
}

extension RationalPolynomial {
    /// Bits of the longest coefficient.
    fileprivate var longest: Int { coefficients.map(\.bitSize).max() ?? 0 }
}

extension Fault {
    static let degreeTooLarge = Fault(
        .tooLarge, "The degree of a polynomial may be \(PolynomialLimits.degree): give smaller exponents")
    static let polynomialTooLarge = Fault(
        .tooLarge, "The polynomial has too many terms or digits: give smaller exponents or fewer variables")
}
