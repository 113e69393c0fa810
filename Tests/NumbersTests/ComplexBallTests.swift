import Numbers
import Testing

struct ComplexBallTests {
    private let bits = 256

    private func number(_ re: String, _ im: String) throws -> ComplexBall {
        ComplexBall(try Rational(parsing: re), try Rational(parsing: im), bits: bits)
    }

    private func text(_ ball: ComplexBall) -> [String?] {
        [ball.real.decimalText(significantDigits: 20), ball.imaginary.decimalText(significantDigits: 20)]
    }

    @Test func arithmeticIsThatOfPairs() throws {
        let (a, b) = (try number("1/2", "-3"), try number("2", "1/4"))
        #expect(text(a.adding(b, bits: bits)) == ["2.5", "-2.75"])
        #expect(text(a.subtracting(b, bits: bits)) == ["-1.5", "-3.25"])
        #expect(text(a.multiplied(by: b, bits: bits)) == ["1.75", "-5.875"])
        let back = a.divided(by: b, bits: bits).multiplied(by: b, bits: bits)
        #expect(try back.real.contains(Rational(parsing: "1/2")) && back.imaginary.contains(-3))
        #expect(text(a.conjugate) == ["0.5", "3"])
        #expect(text(-a) == ["-0.5", "3"])
        #expect(try number("3", "4").magnitude(bits: bits).decimalText(significantDigits: 5) == "5")
        #expect(try !a.divided(by: number("0", "0"), bits: bits).isFinite)
    }

    @Test func realValuesOfRealNumbersStayReal() throws {
        for value in ["1/3", "-1/3", "0", "7/8"] {
            let z = try number(value, "0")
            let values = [
                z.exponential(bits: bits), z.sine(bits: bits), z.cosine(bits: bits), z.tangent(bits: bits),
                z.arcsine(bits: bits),
                z.arccosine(bits: bits), z.arctangent(bits: bits), z.hyperbolicSine(bits: bits),
                z.hyperbolicCosine(bits: bits),
                z.hyperbolicTangent(bits: bits), z.inverseHyperbolicSine(bits: bits),
                z.inverseHyperbolicTangent(bits: bits),
                z.adding(z, bits: bits), z.multiplied(by: z, bits: bits),
            ]
            for (index, value) in values.enumerated() { #expect(value.isReal, "\(index) of \(z)") }
        }
        for value in ["3", "1/3"] {
            let z = try number(value, "0")
            #expect(z.squareRoot(bits: bits).isReal)
            #expect(z.logarithm(bits: bits).isReal)
            #expect(z.root(5, bits: bits).isReal)
            #expect(try z.power(number("-5/7", "0"), bits: bits).isReal)
        }
        #expect(try number("3", "0").inverseHyperbolicCosine(bits: bits).isReal)
    }

    @Test func principalValuesOnTheCuts() throws {
        let half = "1.5707963267948966192"
        #expect(try text(number("-1", "0").logarithm(bits: bits)) == ["0", "3.1415926535897932385"])
        #expect(try text(number("-4", "0").squareRoot(bits: bits)) == ["0", "2"])
        #expect(try text(number("2", "0").arcsine(bits: bits)) == [half, "-1.3169578969248167086"])
        #expect(try text(number("-2", "0").arcsine(bits: bits)) == ["-" + half, "1.3169578969248167086"])
        #expect(try text(number("2", "0").arccosine(bits: bits)) == ["0", "1.3169578969248167086"])
        #expect(
            try text(number("-2", "0").inverseHyperbolicCosine(bits: bits)) == [
                "1.3169578969248167086", "3.1415926535897932385",
            ])
        #expect(
            try text(number("2", "0").inverseHyperbolicTangent(bits: bits)) == ["0.54930614433405484570", "-" + half])
    }

    @Test func argumentsAreAnglesFromMinusPiToPi() throws {
        #expect(try number("-1", "0").argument(bits: bits).decimalText(significantDigits: 5) == "3.1416")
        #expect(try number("0", "-1").argument(bits: bits).decimalText(significantDigits: 5) == "-1.5708")
        #expect(try number("0", "0").argument(bits: bits).isZero)
    }
}
