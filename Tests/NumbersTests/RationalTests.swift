import Numbers
import Testing

struct RationalTests {
    @Test func fieldLawsHoldAcrossRepresentations() throws {
        var generator = SeededGenerator(state: 8)
        for _ in 0..<1_500 {
            let (a, b, c) = (Awkward.rational(&generator), Awkward.rational(&generator), Awkward.rational(&generator))
            #expect((a + b) - b == a)
            #expect((a + b) * c == a * c + b * c)
            #expect(a - b == -(b - a))
            if !b.isZero {
                #expect(try a.divided(by: b) * b == a)
                #expect(try b.reciprocal() * b == 1)
            }
            #expect((a < b) == (a - b).isNegative)
            for value in [a + b, a - b, a * b] {
                #expect(value.denominator > 0)
                #expect(Integer.greatestCommonDivisor(value.numerator, value.denominator) == 1)
            }
        }
    }

    @Test func theSameNumberIsTheSameHoweverItWasMade() throws {
        let half = try Rational(numerator: 1, denominator: 2)
        #expect(try Rational(numerator: -3, denominator: -6) == half)
        #expect(try Rational(parsing: "0.5") == half)
        #expect(try Rational(parsing: "0.1") + Rational(parsing: "0.2") == Rational(parsing: "0.3"))
        #expect(try Rational(numerator: 3, denominator: -6).description == "-1/2")
        #expect(try Rational(numerator: Integer(Int.min), denominator: Integer(Int.min)) == 1)
        #expect(try Rational(numerator: 1, denominator: Integer(Int.min)).denominator == -Integer(Int.min))
        #expect(throws: NumberError.divisionByZero) { try Rational(numerator: 1, denominator: 0) }
        #expect(throws: NumberError.divisionByZero) { try half.divided(by: 0) }
    }

    @Test func roundingsStandInOrder() throws {
        var generator = SeededGenerator(state: 9)
        let half = try Rational(numerator: 1, denominator: 2)
        for _ in 0..<1_000 {
            let value = Awkward.rational(&generator)
            let (floor, ceiling) = (Rational(value.floor), Rational(value.ceiling))
            #expect(floor <= value && value < floor + 1)
            #expect(ceiling >= value && value > ceiling - 1)
            #expect(Rational(value.truncated).magnitude <= value.magnitude)
            #expect(value.truncated == (value.isNegative ? value.ceiling : value.floor))
            #expect((value - Rational(value.roundedHalfAwayFromZero)).magnitude <= half)
        }
        let table = ["0.5": 1, "-0.5": -1, "2.5": 3, "-2.5": -3, "2.4": 2, "-2.6": -3, "7": 7]
        for (text, rounded) in table {
            #expect(try Rational(parsing: text).roundedHalfAwayFromZero == Integer(rounded))
        }
    }

    @Test func binaryExponentsBracketTheNumber() throws {
        var generator = SeededGenerator(state: 10)
        for _ in 0..<500 {
            let value = Awkward.rational(&generator)
            guard let exponent = value.binaryExponent else {
                #expect(value.isZero)
                continue
            }
            let power = try Rational(2).power(exponent)
            #expect(power <= value.magnitude && value.magnitude < power * 2)
        }
    }

    @Test func powersAndExactRootsUndoEachOther() throws {
        var generator = SeededGenerator(state: 11)
        for _ in 0..<200 {
            let value = Awkward.rational(&generator).magnitude
            let degree = Int.random(in: 1...6, using: &generator)
            #expect(try value.power(degree).exactRoot(UInt(degree)) == value)
            if !value.isZero { #expect(try value.power(-degree) * value.power(degree) == 1) }
        }
        #expect(try Rational(2).exactRoot(2) == nil)
        #expect(try Rational(parsing: "-8/27").exactRoot(3) == Rational(parsing: "-2/3"))
        #expect(try Rational(0).power(0) == 1)
        #expect(throws: NumberError.divisionByZero) { try Rational(0).power(-1) }
        let huge = try Integer(10).power(30)
        #expect(try Rational(-1).power(huge + 1) == -1)
        #expect(try Rational(1).power(-huge) == 1)
        #expect(try Rational(0).power(huge) == 0)
        #expect(throws: NumberError.divisionByZero) { try Rational(0).power(-huge) }
    }

    @Test func moduloHasTheSignOfTheDivisor() throws {
        var generator = SeededGenerator(state: 12)
        for _ in 0..<500 {
            let (a, b) = (Awkward.rational(&generator), Awkward.rational(&generator))
            if b.isZero { continue }
            let rest = try a.modulo(b)
            #expect(try (a - rest).divided(by: b).isInteger)
            #expect(rest.magnitude < b.magnitude)
            #expect(rest.isZero || rest.sign == b.sign)
        }
        #expect(throws: NumberError.divisionByZero) { try Rational(1).modulo(0) }
    }
}
