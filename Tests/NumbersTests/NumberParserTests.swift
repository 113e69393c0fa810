import Numbers
import Testing

struct NumberParserTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("12", "12"), ("+12", "12"), ("007", "7"), ("0.1", "1/10"), (".5", "1/2"), ("5.", "5"),
        ("-.5e1", "-5"), ("1e3", "1000"), ("1E+3", "1000"), ("125e-3", "1/8"), ("1.50e-2", "3/200"), ("6/4", "3/2"),
        ("-6/4", "-3/2"),
        ("0/7", "0"), ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9223372036854775808"),
        ("-9223372036854775808", "-9223372036854775808"), ("0.000000000000000001", "1/1000000000000000000"),
        ("0.0000000000000000001", "1/10000000000000000000"), ("1e19", "10000000000000000000"), ("0e100000", "0"),
        ("123456789012345678.5", "246913578024691357/2"), ("1e0000000000000000000005", "100000"),
        ("−12", "-12"), ("−.5e−1", "-1/20"), ("1E−3", "1/1000"), ("−6/4", "-3/2"),
    ])
    func textsNameNumbers(text: String, value: String) throws {
        #expect(try Rational(parsing: text).description == value)
    }

    @Test(
        arguments: [
            ("", .empty), ("-", .missingDigits), (".", .missingDigits), ("1e", .missingDigits), ("1e-", .missingDigits),
            ("1/", .missingDigits),
            ("nan", .notFinite), ("NaN", .notFinite), ("inf", .notFinite), ("-Infinity", .notFinite),
            ("+INF", .notFinite),
            ("0x1F", .otherBase), ("0b1", .otherBase), ("0o7", .otherBase), (" 1", .whitespace), ("1 ", .whitespace),
            ("1 2", .whitespace),
            ("1\n", .whitespace), ("1\0", .unexpectedCharacter), ("\0", .unexpectedCharacter),
            ("١٢", .unexpectedCharacter),
            ("１", .unexpectedCharacter), ("1_000", .unexpectedCharacter), ("1,5", .unexpectedCharacter),
            ("--1", .unexpectedCharacter),
            ("1.2.3", .unexpectedCharacter), ("1e5.5", .unexpectedCharacter), ("1.5/2", .unexpectedCharacter),
            ("1/2/3", .unexpectedCharacter),
            ("1/-3", .unexpectedCharacter), ("e5", .unexpectedCharacter), ("abc", .unexpectedCharacter),
            ("nano", .unexpectedCharacter),
            ("−", .missingDigits), ("1−", .unexpectedCharacter), ("−−1", .unexpectedCharacter),
            ("1/0", .zeroDenominator), ("0/000", .zeroDenominator),
            ("1e100001", .tooLarge),
            ("1e-100001", .tooLarge), ("1e999999999", .tooLarge), ("1e-99999999999999999999999999", .tooLarge),
            ("0e999999999", .tooLarge),
        ] as [(String, NumberSyntaxError.Kind)])
    func otherTextsAreRefused(text: String, kind: NumberSyntaxError.Kind) {
        do {
            let value = try Rational(parsing: text)
            Issue.record("\(text) became \(value)")
        } catch {
            #expect(error.kind == kind)
            #expect(error.message.contains("write"))
        }
    }

    @Test func lengthIsLimited() throws {
        let longest = String(repeating: "7", count: 100_000)
        #expect(try Rational(parsing: longest).numerator.description == longest)
        #expect(try Rational(parsing: "." + longest).numerator.description == longest)
        for text in [longest + "7", longest + ".7", "1/" + longest, String(repeating: "9", count: 1 << 20)] {
            #expect(throws: NumberSyntaxError.self) { try Rational(parsing: text) }
        }
        #expect(try Rational(parsing: "1e100000").numerator.decimalDigitCount == 100_001)
        #expect(try Rational(parsing: "1e-100000").denominator.decimalDigitCount == 100_001)
    }

    @Test func messagesSayWhereAndWhatToWrite() {
        #expect(throws: NumberSyntaxError.self) { try Rational(parsing: "12x") }
        do {
            _ = try Rational(parsing: "12x")
        } catch {
            #expect(
                error.message
                    == "The character at position 3 does not belong in a number; write a number such as 12, -0.5, 1e-3 or 1/3"
            )
        }
    }

    @Test func randomBytesAreNumbersOrErrors() {
        var generator = SeededGenerator(state: 13)
        let alphabet = Array("0123456789.eE+-/ xn\0é".unicodeScalars)
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "0")
            }
            guard let value = try? Rational(parsing: text) else { continue }
            #expect((try? Rational(parsing: value.description)) == value)
        }
    }
}
