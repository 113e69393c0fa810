import Numbers
import Testing

struct RationalPolynomialTests {
    private func make(_ coefficients: Int...) -> RationalPolynomial {
        RationalPolynomial(coefficients.map { Rational($0) })
    }

    private func random(_ degree: Int, _ generator: inout SeededGenerator) -> RationalPolynomial {
        let isSmall = Bool.random(using: &generator)
        return RationalPolynomial(
            (0...degree).map { _ in
                isSmall ? Rational(Int.random(in: -2...2, using: &generator)) : Awkward.rational(&generator)
            })
    }

    private func randoms(_ count: Int, seed: UInt64) -> [RationalPolynomial] {
        var generator = SeededGenerator(state: seed)
        return (0..<count).map { _ in random(Int.random(in: 0...6, using: &generator), &generator) }
    }

    @Test func `coefficients come back without zeros at the end`() throws {
        let half = try Rational(parsing: "1/2")
        #expect(RationalPolynomial([half, 0, -3, 0, 0]).coefficients == [half, 0, -3])
        #expect(RationalPolynomial([0, 0]).isZero)
        #expect(RationalPolynomial([]).degree == -1)
        #expect(make(1, 2, 3).leadingCoefficient == 3)
    }

    @Test func `quotient and remainder make up the dividend`() throws {
        let polynomials = randoms(40, seed: 21)
        for (a, b) in zip(polynomials, polynomials.reversed()) {
            if b.isZero {
                #expect(throws: NumberError.divisionByZero) { try a.division(by: b) }
                continue
            }
            let (quotient, remainder) = try a.division(by: b)
            #expect(quotient * b + remainder == a)
            #expect(remainder.degree < b.degree)
        }
    }

    @Test func `values follow sums, products and composition`() {
        let polynomials = randoms(40, seed: 22)
        var generator = SeededGenerator(state: 23)
        for (a, b) in zip(polynomials, polynomials.reversed()) {
            let x = Awkward.rational(&generator)
            #expect((a + b).value(at: x) == a.value(at: x) + b.value(at: x))
            #expect((a - b).value(at: x) == a.value(at: x) - b.value(at: x))
            #expect((a * b).value(at: x) == a.value(at: x) * b.value(at: x))
            if a.bitSize + b.bitSize < 4_000 {
                #expect(a.composed(with: b).value(at: x) == a.value(at: b.value(at: x)))
            }
            #expect(a.power(3) == a * a * a)
        }
    }

    @Test func `a common divisor divides both, and the resultant is 0 exactly when there is one`() throws {
        let polynomials = randoms(40, seed: 24).filter { $0.degree >= 1 }
        for (a, b) in zip(polynomials, polynomials.reversed()) {
            let divisor = RationalPolynomial.greatestCommonDivisor(a, b)
            #expect(try a.division(by: divisor).remainder.isZero && b.division(by: divisor).remainder.isZero)
            #expect(divisor.leadingCoefficient == 1)
            #expect(RationalPolynomial.resultant(a, b).isZero == (divisor.degree > 0))
            let shared = RationalPolynomial.greatestCommonDivisor(a * a, a * b)
            #expect(try shared.division(by: a).remainder.isZero)
        }
    }

    @Test func `discriminants are the known ones`() throws {
        // b^2 - 4ac
        #expect(make(3, 5, 2).discriminant == 1)
        #expect(try RationalPolynomial([1, 1, Rational(parsing: "1/3")]).discriminant == Rational(parsing: "-1/3"))
        // -4p^3 - 27q^2
        #expect(make(1, -2, 0, 1).discriminant == 5)
        #expect(make(1, 2, 1).discriminant == 0)
        #expect(make(5, 3).discriminant == 1)
        #expect(make(1, 0, 0, 0, 1).discriminant == 256)
    }

    @Test func `factors multiply to the polynomial and have none themselves`() {
        let polynomials = randoms(40, seed: 25).filter { !$0.isZero }
        for (a, b) in zip(polynomials, polynomials.reversed()) {
            let product = a * b * b
            for factors in [product.irreducibleFactors, product.squareFreeFactors] {
                let back = factors.powers.reduce(RationalPolynomial([factors.constant])) {
                    $0 * $1.factor.power(UInt($1.exponent))
                }
                #expect(back == product)
                for power in factors.powers {
                    #expect(power.factor.coefficients.allSatisfy { $0.isInteger })
                    #expect(power.factor.leadingCoefficient > 0)
                    #expect(!power.factor.discriminant.isZero)
                }
            }
            for power in product.irreducibleFactors.powers {
                #expect(power.factor.irreducibleFactors.powers.map(\.factor) == [power.factor])
            }
        }
        #expect(make(0, 0, -6, 0, 6).irreducibleFactors.powers.map(\.exponent) == [1, 2, 1])
        #expect(make(0, 0, -6, 0, 6).irreducibleFactors.constant == 6)
        #expect(make(-5).irreducibleFactors.constant == -5)
        #expect(make(-5).irreducibleFactors.powers.isEmpty)
    }

    @Test func `a polynomial in a power of its variable is factored through that power`() {
        for (degree, count) in [(12, 6), (60, 12), (720, 30)] {
            let polynomial = RationalPolynomial([-3] + [Rational](repeating: 0, count: degree - 1) + [3])
            let factors = polynomial.irreducibleFactors
            #expect(factors.powers.count == count)
            #expect(factors.constant == 3)
            let product = factors.powers.reduce(RationalPolynomial([3])) { $0 * $1.factor }
            #expect(product == polynomial)
        }
        // x^4 (x^2 - 2)^2 (x^2 + 1)
        let repeated = make(0, 0, 0, 0, 4, 0, 0, 0, -3, 0, 1).irreducibleFactors
        #expect(repeated.powers.map(\.exponent) == [4, 2, 1])
        #expect(repeated.powers.map(\.factor) == [make(0, 1), make(-2, 0, 1), make(1, 0, 1)])
    }

    @Test func `each root makes the polynomial 0, and together they are its degree`() {
        let bits = 256
        let known = [make(1, 0, 1), make(-2, 0, 0, 1), make(1, 0, 3, 0, 1), make(1, 0, 0, 0, 1), make(0, 1, 0, 1)]
        let random = randoms(60, seed: 26).filter { $0.degree >= 1 && !$0.discriminant.isZero }
        for polynomial in known + random {
            let roots = polynomial.roots(bits: bits)
            #expect(roots.count == polynomial.degree)
            for (index, root) in roots.enumerated() {
                let value = polynomial.coefficients.reversed().reduce(ComplexBall(0, 0, bits: bits)) {
                    $0.multiplied(by: root, bits: bits).adding(ComplexBall($1, 0, bits: bits), bits: bits)
                }
                #expect(value.containsZero)
                #expect(root.magnitude(bits: bits).accuracyBits > bits - 20 || root.containsZero)
                #expect(roots[..<index].allSatisfy { !$0.overlaps(root) })
            }
        }
    }

    @Test func `real roots come first, and parts that are 0 are exactly 0`() {
        let imaginary = make(1, 0, 3, 0, 1).roots(bits: 128)
        #expect(imaginary.allSatisfy { $0.real.isZero })
        let cubic = make(-2, 0, 0, 1).roots(bits: 128)
        #expect(cubic.map(\.isReal) == [true, false, false])
        #expect(cubic[1].imaginary.isPositive == true)
        // x^4 - 5 x^2 + 4
        let whole = make(4, 0, -5, 0, 1).roots(bits: 128).map { $0.real.uniqueInteger }
        #expect(whole == [-2, -1, 1, 2])
        // x^8 + 1 and x^4 - 1
        #expect(make(1, 0, 0, 0, 0, 0, 0, 0, 1).roots(bits: 64).allSatisfy { !$0.real.containsZero })
        let fourth = make(-1, 0, 0, 0, 1).roots(bits: 64)
        #expect(fourth.map(\.isReal) == [true, true, false, false])
        #expect(fourth[2].real.isZero && fourth[2].imaginary.uniqueInteger == 1)
    }
}
