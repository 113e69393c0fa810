import Numbers
import Testing

struct IntegerTests {
    @Test func ringLawsHoldAcrossRepresentations() throws {
        var generator = SeededGenerator(state: 1)
        for _ in 0..<2_000 {
            let (a, b, c) = (Awkward.integer(&generator), Awkward.integer(&generator), Awkward.integer(&generator))
            #expect(a + b == b + a)
            #expect((a + b) - b == a)
            #expect((a + b) * c == a * c + b * c)
            #expect((a - b) * (a + b) == a * a - b * b)
            #expect(-(-a) == a)
            #expect((a < b) == (b - a > 0))
            #expect((a == b) == (a - b).isZero)
        }
    }

    @Test func whatFitsInAnIntIsTheSameHoweverItWasMade() throws {
        var generator = SeededGenerator(state: 2)
        for _ in 0..<500 {
            let (a, b) = (Awkward.integer(&generator), Awkward.integer(&generator))
            let wayAround = (a + b * b * b) - b * b * b
            #expect(wayAround == a)
            #expect(wayAround.hashValue == a.hashValue)
            #expect(wayAround.asInt == a.asInt)
            #expect(wayAround.description == a.description)
        }
        let small = Integer(Int.max)
        #expect((small + 1).asInt == nil)
        #expect((small + 1 - 1).asInt == .max)
        #expect((-small - 1).asInt == .min)
        #expect((-Integer(Int.min)).description == "9223372036854775808")
        #expect(Integer(Int.min).magnitude == -Integer(Int.min))
    }

    @Test func divisionsLeaveTheirRemainders() throws {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<2_000 {
            let (a, b) = (Awkward.integer(&generator), Awkward.integer(&generator))
            if b.isZero { continue }
            let truncated = try a.truncatedDivision(by: b)
            #expect(truncated.quotient * b + truncated.remainder == a)
            #expect(truncated.remainder.magnitude < b.magnitude)
            #expect(truncated.remainder.isZero || truncated.remainder.sign == a.sign)
            let floored = try a.flooredDivision(by: b)
            #expect(floored.quotient * b + floored.remainder == a)
            #expect(floored.remainder.magnitude < b.magnitude)
            #expect(floored.remainder.isZero || floored.remainder.sign == b.sign)
        }
        #expect(try Integer(Int.min).truncatedDivision(by: -1).quotient == -Integer(Int.min))
        #expect(throws: NumberError.divisionByZero) { try Integer(1).flooredDivision(by: 0) }
        #expect(throws: NumberError.divisionByZero) { try Integer(0).truncatedDivision(by: 0) }
    }

    @Test func textReadsBack() throws {
        var generator = SeededGenerator(state: 4)
        for value in Awkward.edges + (0..<300).map({ _ in Awkward.integer(&generator) }) {
            #expect(Integer(value.description) == value)
            #expect(value.decimalDigitCount == value.magnitude.description.utf8.count)
            #expect(Integer("+000" + value.magnitude.description) == value.magnitude)
        }
        for text in [
            "", "-", "+", "1.0", "1e3", " 1", "1 ", "--1", "0x1", "١", "1\0", String(repeating: "1", count: 100_001),
        ] {
            #expect(Integer(text) == nil)
        }
    }

    @Test func digitCountsAreExactAtPowersOfTen() throws {
        for exponent in [1, 17, 18, 19, 20, 50, 999] as [UInt] {
            let power = try Integer(10).power(exponent)
            #expect(power.decimalDigitCount == Int(exponent) + 1)
            #expect((power - 1).decimalDigitCount == Int(exponent))
            #expect((-power).decimalDigitCount == Int(exponent) + 1)
        }
    }

    @Test func bitWidthsAreThoseOfTheMagnitude() throws {
        #expect(Integer(0).bitWidth == 0)
        #expect(Integer(-1).bitWidth == 1)
        #expect(Integer(255).bitWidth == 8)
        #expect(Integer(Int.min).bitWidth == 64)
        #expect(try Integer(2).power(1_000).bitWidth == 1_001)
    }

    @Test func powersMultiply() throws {
        for base in [-3, -2, 0, 1, 2, 10, 1_099_511_627_776] as [Integer] {
            var product: Integer = 1
            for exponent in 0...40 {
                #expect(try base.power(UInt(exponent)) == product)
                product = product * base
            }
        }
        #expect(try Integer(-1).power(.max) == -1)
        #expect(try Integer(1).power(.max) == 1)
        #expect(try Integer(0).power(.max) == 0)
    }

    @Test func rootsAreTheLargestThatFit() throws {
        var generator = SeededGenerator(state: 5)
        for _ in 0..<500 {
            let value = Awkward.integer(&generator).magnitude
            let degree = UInt.random(in: 1...9, using: &generator)
            let (root, isExact) = try value.root(degree)
            let power = try root.power(degree)
            #expect(power <= value)
            #expect(try (root + 1).power(degree) > value)
            #expect(isExact == (power == value))
            #expect(try value.power(degree).root(degree) == (value, true))
        }
        #expect(try Integer(-27).root(3) == (-3, true))
        #expect(try Integer(-28).root(3) == (-3, false))
        #expect(try Integer(7).root(.max) == (1, false))
        #expect(throws: NumberError.self) { try Integer(-4).squareRoot() }
        #expect(throws: NumberError.self) { try Integer(4).root(0) }
    }
}
