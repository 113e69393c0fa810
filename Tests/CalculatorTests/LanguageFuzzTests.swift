import Calculator
import Testing

/// Random sources: a value or a fault, never a trap, and never for long.
@Suite struct LanguageFuzzTests {
    private static let words = [
        "1", "2", "0.5", "10", "1e3", "0xff", "x", "y", "pi", "e", "i", "true", "null", "\"a\"", "+", "-", "*", "/",
        "^", ".*",
        "./", ".^", "%", "!", "'", "(", ")", "[", "]", ",", ";", ":", "?", "=", "==", "<", ">", "<=", "&", "|", "^|",
        "~", "<<",
        ">>", ">>>", "mod", "and", "or", "xor", "not", "to", "in", "end", "sqrt(", "sin(", "f(", "max(", "log(", "std(",
        "[1, 2]",
        "[1, 2; 3, 4]", "f(x) = x^2;", "x = 3;", "y = [1, 2, 3];", "\n", "#", " ", "{", "}", ".", "\\", "½", "🙂",
        "\u{0}",
    ]

    private func expectAnOutcome(_ source: String) {
        let started = ContinuousClock.now
        do throws(Fault) {
            let answer = try Calculation(precision: 15, deadline: .now + .milliseconds(500)).answer(to: source)
            #expect(!answer.value.decimal.isEmpty)
        } catch {
            #expect(!error.message.isEmpty)
            if let place = error.place {
                let length = source.unicodeScalars.count
                #expect(place.offset >= 0 && place.length >= 0 && place.offset + place.length <= length, "\(source)")
            }
        }
        #expect(ContinuousClock.now - started < .seconds(3), "\(source)")
    }

    @Test func wordsInAnyOrderHaveAnOutcome() {
        for _ in 0..<1_500 {
            let count = Int.random(in: 1...12)
            expectAnOutcome((0..<count).map { _ in Self.words.randomElement() ?? "1" }.joined())
        }
    }

    @Test func bytesInAnyOrderHaveAnOutcome() {
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 1...30)).map { _ in UInt8.random(in: 0...255) }
            expectAnOutcome(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func mutatedExpressionsHaveAnOutcome() {
        for (source, _) in LanguageTests.values {
            var scalars = Array(source.unicodeScalars)
            for _ in 0..<Int.random(in: 1...3) {
                let position = Int.random(in: 0..<max(scalars.count, 1))
                switch Int.random(in: 0..<3) {
                case 0 where !scalars.isEmpty: scalars.remove(at: min(position, scalars.count - 1))
                case 1:
                    scalars.insert(
                        contentsOf: (Self.words.randomElement() ?? "1").unicodeScalars, at: min(position, scalars.count)
                    )
                default: if !scalars.isEmpty { scalars.swapAt(min(position, scalars.count - 1), 0) }
                }
            }
            expectAnOutcome(String(String.UnicodeScalarView(scalars)))
        }
    }
}
