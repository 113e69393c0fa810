import Numbers
import Testing

/// Continued fractions, nearest fractions, other bases and Roman numerals.
struct NotationTests {
    @Test func `continued fractions come back to the number`() throws {
        var generator = SeededGenerator(state: 14)
        for _ in 0..<300 {
            let x = Awkward.rational(&generator)
            let terms = x.continuedFraction(terms: .max)
            #expect(try Rational(continuedFraction: terms) == x)
            if terms.count > 1 { #expect(terms.last != 1) }
        }
        #expect(throws: NumberError.divisionByZero) { try Rational(continuedFraction: [1, 0]) }
    }

    @Test func `a ball tells only terms that are certain`() throws {
        let pi = RealBall.pi(bits: 128)
        #expect(pi.continuedFraction(terms: 8) == [3, 7, 15, 1, 292, 1, 1, 1])
        #expect(pi.continuedFraction(terms: 200) == nil)
        #expect(RealBall(2, bits: 64).squareRoot(bits: 64).continuedFraction(terms: 5) == [1, 2, 2, 2, 2])
        let aroundOne = RealBall(1, radius: try Rational(parsing: "1e-9"), bits: 64)
        #expect(aroundOne.continuedFraction(terms: 1) == nil)
    }

    @Test func `the nearest fraction is nearer than all others`() throws {
        var generator = SeededGenerator(state: 15)
        for _ in 0..<60 {
            let numerator = Int.random(in: -1_000_000...1_000_000, using: &generator)
            let x = try Rational(numerator: Integer(numerator), denominator: Integer(.random(in: 1...9_999)))
            let limit = Int.random(in: 1...60, using: &generator)
            let found = x.nearest(denominatorUpTo: Integer(limit))
            #expect(found.denominator <= Integer(limit))
            for denominator in 1...limit {
                let scaled = x * Rational(denominator)
                let other = try Rational(
                    numerator: scaled.roundedHalfAwayFromZero, denominator: Integer(denominator))
                #expect((x - found).magnitude <= (x - other).magnitude)
            }
        }
        #expect(RealBall.pi(bits: 64).nearest(denominatorUpTo: 1_000)?.description == "355/113")
        #expect(RealBall.pi(bits: 16).nearest(denominatorUpTo: 1_000_000_000) == nil)
        #expect(try Rational(parsing: "1/2").nearest(denominatorUpTo: 1).description == "0")
    }

    @Test func `numbers come back from every base`() throws {
        var generator = SeededGenerator(state: 16)
        for base in Rational.bases {
            for _ in 0..<10 {
                let places = try Integer(base).power(UInt.random(in: 0...9, using: &generator))
                let x = try Rational(numerator: Awkward.integer(&generator), denominator: places)
                let text = try x.text(inBase: base)
                #expect(Rational(text, base: base) == x)
                #expect(Rational(text.uppercased(), base: base) == x)
            }
        }
        #expect(try Rational(255).text(inBase: 16) == "ff")
        #expect(try Rational(parsing: "-5.25").text(inBase: 2) == "-101.01")
        #expect(try Rational(parsing: "1/64").text(inBase: 2) == "0.000001")
        #expect(throws: NumberError.self) { try Rational(parsing: "1/3").text(inBase: 10) }
        #expect(Rational(".8", base: 16) == (try Rational(parsing: "1/2")))
        for wrong in ["", "-", ".", "12", "1.0.1", "1 0", "é", "0x1", "+-1"] {
            #expect(Rational(wrong, base: 2) == nil)
        }
    }

    @Test func `roman numerals come back and have one way to be written`() {
        for n in RomanNumeral.range { #expect(RomanNumeral.value(of: RomanNumeral.text(of: n)) == n) }
        #expect(RomanNumeral.text(of: 1994) == "MCMXCIV")
        #expect(RomanNumeral.value(of: "mcmxciv") == 1994)
        for wrong in ["", "IIII", "VX", "IC", "MMMM", "XIVI", "A", "ı"] {
            #expect(RomanNumeral.value(of: wrong) == nil)
        }
    }
}
