import Numbers
import Testing

struct DecimalTextTests {
    @Test(
        arguments: [
            ("1/3", 20, "0.33333333333333333333"), ("2/3", 1, "0.7"), ("3/10", 20, "0.3"), ("5", 20, "5"),
            ("-5", 1, "-5"), ("0", 5, "0"),
            ("123456.78", 20, "123456.78"), ("0.5", 1, "0.5"), ("2.5", 1, "2"), ("3.5", 1, "4"), ("0.125", 2, "0.12"),
            ("0.375", 2, "0.38"),
            ("9.5", 1, "1e+1"), ("99.96", 3, "100"), ("0.9996", 3, "1.00"), ("1e20", 5, "100000000000000000000"),
            ("1e21", 5, "1e+21"),
            ("1e30", 31, "1000000000000000000000000000000"), ("1e31", 31, "1e+31"), ("1.5e30", 20, "1.5e+30"),
            ("1e-7", 5, "0.0000001"),
            ("1e-8", 5, "1e-8"), ("1.25e-10", 20, "1.25e-10"), ("12345", 3, "1.23e+4"), ("-12345", 5, "-12345"),
            ("123456789012345678901234567890", 20, "1.2345678901234567890e+29"),
            ("1/7", 30, "0.142857142857142857142857142857"),
            ("-22/7", 10, "-3.142857143"), ("1e-100000", 3, "1e-100000"), ("1e100000", 3, "1e+100000"),
            ("100", 1, "100"), ("110", 1, "1e+2"),
        ] as [(String, Int, String)])
    func rationalsAreWritten(text: String, digits: Int, expected: String) throws {
        let decimal = try Rational(parsing: text).decimalText(significantDigits: digits)
        #expect(decimal == expected)
    }

    @Test func textsAreTheNumberOrWithinHalfOfTheLastPlace() throws {
        var generator = SeededGenerator(state: 14)
        for _ in 0..<1_500 {
            let value = Awkward.rational(&generator)
            let digits = Int.random(in: 1...45, using: &generator)
            let rounded = value.rounded(significantDigits: digits)
            let read = try Rational(parsing: value.decimalText(significantDigits: digits))
            #expect(rounded.isExact == (read == value))
            let lastPlace = try Rational(10).power(rounded.exponent - digits + 1)
            #expect((read - value).magnitude + (read - value).magnitude <= lastPlace, "\(value) \(digits)")
        }
    }

    @Test func aThousandDigitsOfAFractionRepeat() throws {
        let text = try Rational(parsing: "1/7").decimalText(significantDigits: 10_000)
        #expect(text == "0." + String(repeating: "142857", count: 1_666) + "1429")
        let large = try Rational(parsing: "1/70000000000000000000000").decimalText(significantDigits: 10_000)
        #expect(large == "1." + String(repeating: "428571", count: 1_666) + "429e-23")
    }

    @Test func aLayoutOfItsOwnWritesAsMathjs() throws {
        let mathjs = DecimalLayout(plainExponents: -3..<5, fillsUnknownDigits: true)
        func format(_ text: String, _ digits: Int) throws -> String {
            mathjs.text(of: try Rational(parsing: text).rounded(significantDigits: digits))
        }
        #expect(try format("100000", 14) == "1e+5")
        #expect(try format("0.00012", 14) == "1.2e-4")
        #expect(try format("2/3", 3) == "0.667")
        #expect(try format("12346", 3) == "12300")
    }
}
