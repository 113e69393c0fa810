import Numbers

/// Terms p(n) c^n with a polynomial p and a fraction c: the sum is a difference of q(n) c^n, where c q(n + 1) - q(n) is
/// p(n).
struct GeometricSum {
    private let ratio: Rational
    private let polynomial: RationalPolynomial

    /// Nil when the term has another form, or c is 1.
    init?(_ term: Formula, in variable: String) {
        var ratio = Rational.one
        var others: [Formula] = []
        for factor in term.factors {
            guard case .power(.number(let base), let exponent) = factor, exponent.contains(variable) else {
                others.append(factor)
                continue
            }
            guard let linear = exponent.polynomial(in: variable), linear.degree == 1, linear.bitSize <= 32,
                let slope = linear.leadingCoefficient.asInteger?.asInt,
                let constant = linear.coefficients[0].asInteger?.asInt, max(slope.magnitude, constant.magnitude) <= 100,
                let step = try? base.power(slope), let start = try? base.power(constant)
            else { return nil }
            ratio = ratio * step
            others.append(.number(start))
        }
        guard ratio != 1, let polynomial = Formula.multiplying(others).polynomial(in: variable) else { return nil }
        self.ratio = ratio
        self.polynomial = polynomial
    }

    /// From `first` on, or up to `last`.
    func value(from first: Integer, to last: Integer?) throws(Fault) -> Number {
        if last == nil, ratio.magnitude >= 1, !polynomial.isZero { throw .divergentSum }
        let solution = try self.solution()
        let start = solution.value(at: Rational(first)) * (try power(first))
        guard let last else { return .rational(try (-start).checked()) }
        return .rational(try (solution.value(at: Rational(last + 1)) * (try power(last + 1)) - start).checked())
    }

    private func power(_ exponent: Integer) throws(Fault) -> Rational {
        guard let small = exponent.asInt, ratio.bitSize * Int(min(small.magnitude, 1 << 40)) <= Limits.resultBits else {
            throw .resultTooLarge()
        }
        return try Fault.of(nil) { () throws(NumberError) in try ratio.power(exponent) }
    }

    /// q, from its leading coefficient down.
    private func solution() throws(Fault) -> RationalPolynomial {
        let given = polynomial.coefficients
        let inverse = try Rational.one.divided(by: ratio - 1, parameter: "expr")
        var result = [Rational](repeating: 0, count: given.count)
        for k in given.indices.reversed() {
            var value = given[k]
            for j in given.indices where j > k {
                let binomial = try Fault.of(nil) { () throws(NumberError) in
                    try Integer.binomial(Integer(j), Integer(k))
                }
                value = value - ratio * result[j] * Rational(binomial)
            }
            result[k] = value * inverse
        }
        return RationalPolynomial(result)
    }
}
