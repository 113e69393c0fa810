import Numbers

/// The sum of A^k / k!.
enum MatrixExponential {
    /// Rows and columns up to which a closed form is worth its time.
    private static let closedSize = 8

    static func of(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        if rows.count <= closedSize, let fractions = NumberMatrix.fractions(rows),
            let closed = try closed(RationalMatrix(fractions), context)
        {
            return closed
        }
        var norm = RealBall(0)
        for row in rows {
            for element in row { norm = norm.adding(element.ball(context).magnitude(bits: 64), bits: 64) }
        }
        try Magnitude.check(exponentOfE: norm, parameter: "x")
        try MatrixLimits.check(balls: rows, budget: MatrixLimits.exponential, context)
        return try NumberMatrix.balls(rows, context).exponential(bits: context.bits).numbers()
    }

    /// Where all eigenvalues are fractions: the sum over them of e^λ times a polynomial in A, which is what λ contributes
    /// to the solution of Hermite's interpolation of e^x at the eigenvalues. An element is 0, or a fraction, exactly when
    /// that shows here: powers of e with different exponents are linearly independent (Lindemann and Weierstrass).
    private static func closed(
        _ matrix: RationalMatrix, _ context: EvaluationContext
    ) throws(Fault) -> [[Number]]? {
        try MatrixLimits.checkCommon(matrix.rows, budget: MatrixLimits.characteristic)
        let characteristic = matrix.characteristicPolynomial
        let powers = characteristic.irreducibleFactors.powers
        guard powers.allSatisfy({ $0.factor.degree == 1 }) else { return nil }
        let size = matrix.rowCount
        var sums = [[Number]](repeating: [Number](repeating: Number(0), count: size), count: size)
        for power in powers {
            try context.checkDeadline()
            let coefficients = power.factor.coefficients
            let value = try (-coefficients[0]).divided(by: coefficients[1], parameter: "x")
            let part = try part(of: value, multiplicity: power.exponent, characteristic)
            let weight = try Number.rational(value).exponential(context)
            for (row, entries) in matrix.value(of: part).rows.enumerated() {
                for (column, entry) in entries.enumerated() where !entry.isZero {
                    let term = try weight.multiplied(by: .rational(entry), context)
                    sums[row][column] = try sums[row][column].adding(term, context)
                }
            }
        }
        return sums
    }

    /// The polynomial that is 1 + (x - λ) + (x - λ)²/2 + … near λ, and 0 near the other eigenvalues, each to the order of
    /// its multiplicity.
    private static func part(
        of value: Rational, multiplicity: Int, _ characteristic: RationalPolynomial
    ) throws(Fault) -> RationalPolynomial {
        let distance = RationalPolynomial([-value, 1])
        let modulus = distance.power(UInt(multiplicity))
        return try Fault.of("x") { () throws(NumberError) in
            let others = try characteristic.division(by: modulus).quotient
            let projection = others * others.inverse(modulo: modulus)
            var (series, term) = (RationalPolynomial([1]), RationalPolynomial([1]))
            for order in 1..<max(multiplicity, 1) {
                term = (term * distance).scaled(by: try Rational(order).reciprocal())
                series = series + term
            }
            return try (projection * series).division(by: characteristic).remainder
        }
    }
}

extension RationalMatrix {
    /// The polynomial with the matrix in place of its variable (Horner).
    fileprivate func value(of polynomial: RationalPolynomial) -> RationalMatrix {
        let identity = RationalMatrix.identity(rowCount)
        return polynomial.coefficients.reversed().reduce(identity.scaled(by: 0)) {
            $0 * self + identity.scaled(by: $1)
        }
    }
}
