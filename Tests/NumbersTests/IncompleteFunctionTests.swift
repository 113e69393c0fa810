import Numbers
import Testing

struct IncompleteFunctionTests {
    private static let bits = 256

    private func ball(_ text: String) throws -> RealBall { RealBall(try Rational(parsing: text), bits: Self.bits) }

    @Test(arguments: ["1/2", "7", "1000", "99999.5", "1000000"])
    func lowerAndUpperGammaAddUpToOne(_ shape: String) throws {
        let shape = try ball(shape)
        for factor in ["1e-10", "1/100", "0.99", "1", "1.001", "30"] {
            let limit = try shape.multiplied(by: ball(factor), bits: Self.bits)
            let lower = limit.lowerGamma(shape: shape, bits: Self.bits)
            let upper = limit.upperGamma(shape: shape, bits: Self.bits)
            #expect(lower.adding(upper, bits: Self.bits).contains(1), "\(shape) at \(factor)")
            let accuracy = RealBall(1).scaled(byPowerOfTwo: -150)
            #expect(lower.subtracting(lower.midpoint(bits: 300), bits: 64).magnitude.isLess(than: accuracy) == true)
        }
    }

    @Test func gammaOfShapeOneIsTheExponential() throws {
        let limit = try ball("1/3")
        let expected = RealBall(1).subtracting((-limit).exponential(bits: Self.bits), bits: Self.bits)
        let value = limit.lowerGamma(shape: RealBall(1), bits: Self.bits)
        #expect(value.subtracting(expected, bits: Self.bits).containsZero)
        #expect(value.decimalText(significantDigits: 60) == expected.decimalText(significantDigits: 60))
    }

    @Test func betaIsThePolynomialOfWholeParameters() throws {
        // I_x(2, 3) = x^2 (6 - 8x + 3x^2)
        let value = try ball("2/5").lowerBeta(RealBall(2), RealBall(3), bits: Self.bits)
        #expect(try value.contains(Rational(parsing: "328/625")))
        #expect(value.decimalText(significantDigits: 40) == "0.5248000000000000000000000000000000000000")
    }

    @Test func betaKeepsItsDigitsFarFromOne() throws {
        // I_x(a, b) + I_(1 - x)(b, a) = 1 decides nothing here: I_x(a, 1) = x^a does.
        let value = try ball("0.9").lowerBeta(try ball("61728.4"), RealBall(1), bits: 91)
        let expected = try ball("0.9").power(try ball("61728.4"), bits: 256)
        #expect(value.subtracting(expected, bits: 256).containsZero)
        #expect(value.decimalText(significantDigits: 15) == expected.decimalText(significantDigits: 15))
        // I_x(a, b + 1) - I_x(a, b) = x^a (1 - x)^b / (b B(a, b)) (DLMF 8.17.21)
        let (x, a, half) = (try ball("0.99"), try ball("5000"), try ball("1/2"))
        let difference = try x.lowerBeta(a, ball("3/2"), bits: 128).subtracting(
            x.lowerBeta(a, half, bits: 128), bits: 128)
        let beta = ComplexBall(a).beta(ComplexBall(half), bits: 256).real.multiplied(by: half, bits: 256)
        let step = x.power(a, bits: 256).multiplied(
            by: RealBall(1).subtracting(x, bits: 256).squareRoot(bits: 256), bits: 256
        )
        .divided(by: beta, bits: 256)
        #expect(difference.subtracting(step, bits: 256).containsZero)
        #expect(difference.decimalText(significantDigits: 12) == step.decimalText(significantDigits: 12))
    }

    @Test func aBallHasItsPartsAndBounds() throws {
        let third = try ball("1/3")
        #expect(third.midpoint(bits: 10).isExact && !third.isExact)
        #expect(third.widened(by: RealBall(1)).contains(1) && !third.contains(1))
        #expect(try third.upperBound.isLess(than: Rational(parsing: "0.3333333333333334")) == true)
        #expect(third.isLess(than: third.upperBound.adding(try ball("1e-9"), bits: 64)) == true)
        #expect(RealBall(3).scaled(byPowerOfTwo: -1).contains(try Rational(parsing: "1.5")))
    }
}
