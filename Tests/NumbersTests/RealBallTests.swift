import Numbers
import Testing

struct RealBallTests {
    /// Doubles the precision until the digits are there, as the Calculator does.
    private func digits(_ count: Int, _ function: (Int) -> RealBall) -> String? {
        for bits in [count * 4 + 32, count * 8 + 256, count * 16 + 2_048] {
            if let text = function(bits).decimalText(significantDigits: count) { return text }
        }
        return nil
    }

    @Test func ramanujansNumberIsNoInteger() throws {
        let text = digits(40) { bits in
            RealBall.pi(bits: bits).multiplied(by: RealBall(163, bits: bits).squareRoot(bits: bits), bits: bits)
                .exponential(bits: bits)
        }
        #expect(text == "262537412640768743.9999999999992500725972")
    }

    @Test func theSineOfAHugeNumberIsRight() throws {
        let argument = RealBall(try Integer(10).power(22))
        #expect(
            digits(20) { argument.sine(bits: $0) }
                == "-0.85220084976718880177")
    }

    @Test func constantsHaveTheirDigits() throws {
        #expect(RealBall.pi(bits: 100).decimalText(significantDigits: 20) == "3.1415926535897932385")
        #expect(RealBall.e(bits: 100).decimalText(significantDigits: 20) == "2.7182818284590452354")
        let row = try #require(ReferenceTable.rows(named: ["pi"]).first)
        let long = try #require(RealBall.pi(bits: 33_300).decimalText(significantDigits: 10_000))
        #expect(try Rational(parsing: long) == Rational(parsing: row.values[0]))
    }

    @Test func aBallThatCouldRoundBothWaysHasNoText() throws {
        let tie = try Rational(parsing: "2.5")
        let near = try Rational(parsing: "1e-30")
        #expect(RealBall(tie, radius: near, bits: 200).decimalText(significantDigits: 1) == nil)
        #expect(RealBall(tie, radius: near, bits: 200).decimalText(significantDigits: 20) == "2.5000000000000000000")
        #expect(RealBall(tie, bits: 200).decimalText(significantDigits: 1) == "2")
        #expect(RealBall(tie, bits: 200).decimalText(significantDigits: 20) == "2.5")
        #expect(RealBall(0, radius: near, bits: 200).decimalText(significantDigits: 1) == nil)
        #expect(RealBall(0, bits: 200).decimalText(significantDigits: 1) == "0")
        #expect(RealBall(10, radius: near, bits: 200).decimalText(significantDigits: 20) == "10.000000000000000000")
        #expect(RealBall(10, radius: 1, bits: 200).decimalText(significantDigits: 1) == nil)
        #expect(RealBall(1, radius: 1_000_000, bits: 200).decimalText(significantDigits: 3) == nil)
    }

    /// Whatever the radius: a text is the rounding of both ends, and there is one whenever they agree by a margin.
    @Test func textsOfBallsAreThoseOfBothEnds() throws {
        var generator = SeededGenerator(state: 15)
        for _ in 0..<1_500 {
            let count = Int.random(in: 1...12, using: &generator)
            let whole = Int.random(in: -100_000...100_000, using: &generator)
            let center = Rational(whole) * (try Rational(10).power(Int.random(in: -8...2, using: &generator)))
            let radius = try Rational(10).power(Int.random(in: -20...1, using: &generator))
            let ball = RealBall(center, radius: radius, bits: 300)
            let slack = try radius * Rational(parsing: "1.00000001") + Rational(parsing: "1e-60")
            let inner = [center - radius, center + radius].map { $0.rounded(significantDigits: count) }
            let outer = [center - slack, center + slack].map { $0.rounded(significantDigits: count) }
            func same(_ ends: [RoundedDecimal]) throws -> Bool {
                let layout = DecimalLayout.standard(significantDigits: count)
                return try Rational(parsing: layout.text(of: ends[0])) == Rational(parsing: layout.text(of: ends[1]))
            }
            guard let text = ball.decimalText(significantDigits: count) else {
                let agree = try same(outer)
                #expect(!agree || (center - slack).sign != (center + slack).sign, "\(center) \(radius) \(count)")
                continue
            }
            let layout = DecimalLayout.standard(significantDigits: count)
            #expect(try same(inner), "\(center) \(radius) \(count)")
            #expect(try Rational(parsing: text) == Rational(parsing: layout.text(of: inner[0])))
        }
    }

    @Test func hugeExponentsAreWrittenWithoutBuildingTheNumber() throws {
        let large = RealBall(Integer(1_000_000_000_000_000_000))
        #expect(
            large.exponential(bits: 200).decimalText(significantDigits: 20)
                == "4.4784622615484574931e+434294481903251827")
        #expect(
            (-large).exponential(bits: 200).decimalText(significantDigits: 20)
                == "2.2329092925173907516e-434294481903251828")
        let beyond = large.multiplied(by: RealBall(Integer(100)), bits: 64).exponential(bits: 200)
        #expect(beyond.decimalText(significantDigits: 20) == nil)
        #expect(beyond.isBeyondDecimalText)
        #expect(!large.isBeyondDecimalText)
        #expect(beyond.nearestDouble == .overflow)
        #expect((-beyond).nearestDouble == .overflow)
        #expect(beyond.reciprocal(bits: 64).nearestDouble == .value(0))
        let exact = RealBall(2, bits: 64).power(Rational(1_000_000_000_000_000), bits: 64)
        #expect(exact.isExact)
        #expect(exact.decimalText(significantDigits: 10) == "1.567522340e+301029995663981")
        #expect(exact.uniqueInteger == nil)
    }

    @Test func whatHasNoRealValueIsNotFinite() {
        let minusOne = RealBall(-1, bits: 64)
        let two = RealBall(2, bits: 64)
        let zero = RealBall(0, bits: 64)
        let balls = [
            minusOne.logarithm(bits: 64), zero.logarithm(bits: 64), minusOne.squareRoot(bits: 64),
            two.arcsine(bits: 64),
            two.arccosine(bits: 64), zero.inverseHyperbolicCosine(bits: 64), two.inverseHyperbolicTangent(bits: 64),
            RealBall(1, bits: 64).inverseHyperbolicTangent(bits: 64), zero.reciprocal(bits: 64),
            two.divided(by: zero, bits: 64), minusOne.root(4, bits: 64),
            minusOne.power(RealBall(Integer(1)).divided(by: two, bits: 64), bits: 64),
        ]
        for (index, ball) in balls.enumerated() {
            #expect(!ball.isFinite, "\(index)")
            #expect(ball.decimalText(significantDigits: 1) == nil)
            #expect(ball.nearestDouble == .undetermined)
            #expect(!ball.isBeyondDecimalText)
        }
    }

    @Test func comparisonsSayWhenTheyDoNotKnow() throws {
        let third = try Rational(parsing: "1/3")
        let ball = RealBall(third, bits: 64)
        #expect(ball.isLess(than: third) == nil)
        #expect(ball.isGreater(than: third) == nil)
        #expect(ball.contains(third))
        #expect(ball.isLess(than: 1) == true)
        #expect(ball.isGreater(than: 1) == false)
        #expect(ball.isLess(than: RealBall(1, bits: 64)) == true)
        #expect(RealBall(1, bits: 64).isLess(than: 1) == false)
        #expect(ball.isPositive == true)
        #expect((-ball).isNegative == true)
        #expect(RealBall(0, radius: 1, bits: 64).isPositive == nil)
        #expect(RealBall(7, radius: third, bits: 64).uniqueInteger == 7)
        #expect(RealBall(7, radius: 1, bits: 64).uniqueInteger == nil)
    }

    @Test func functionsUndoTheirInverses() throws {
        var generator = SeededGenerator(state: 16)
        let bits = 256
        for _ in 0..<200 {
            let value = try Rational(
                numerator: Integer(Int.random(in: 1...1_000_000, using: &generator)),
                denominator: Integer(Int.random(in: 1_000_001...2_000_000, using: &generator)))
            let x = RealBall(value, bits: bits)
            let ways = [
                x.logarithm(bits: bits).exponential(bits: bits), x.arcsine(bits: bits).sine(bits: bits),
                x.arccosine(bits: bits).cosine(bits: bits), x.arctangent(bits: bits).tangent(bits: bits),
                x.inverseHyperbolicSine(bits: bits).hyperbolicSine(bits: bits),
                x.inverseHyperbolicTangent(bits: bits).hyperbolicTangent(bits: bits),
                x.cubeRoot(bits: bits).power(3, bits: bits), x.squareRoot(bits: bits).power(2, bits: bits),
                x.exponential(bits: bits).logarithm(bits: bits),
            ]
            for (index, way) in ways.enumerated() {
                #expect(way.contains(value), "\(index): \(value)")
                #expect(way.accuracyBits > 200, "\(index): \(value)")
            }
        }
    }

    @Test func rootsOfOddDegreeGoThroughZero() throws {
        let ball = RealBall(0, radius: 8, bits: 64).cubeRoot(bits: 64)
        #expect(ball.contains(2) && ball.contains(-2) && !ball.contains(3))
        #expect(RealBall(-27, bits: 64).cubeRoot(bits: 64).contains(-3))
        #expect(RealBall(0, bits: 64).cubeRoot(bits: 64).isZero)
    }
}
