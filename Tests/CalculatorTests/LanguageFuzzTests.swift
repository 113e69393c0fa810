import ProcessorTime
import Testing

@testable import Calculator

/// Random sources: a value or a fault, never a trap, and never for long.
@Suite struct LanguageFuzzTests {
    private static let words =
        OperatorTable.roles.keys.sorted() + [
            "1", "2", "0.5", "10", "1e3", "0xff", "x", "y", "pi", "e", "i", "true", "null", "\"a\"", "(", ")", "[", "]",
            ",", ";", ":", "?", "=", "end", "sqrt(", "sin(", "f(", "max(", "log(", "std(", "[1, 2]", "[1, 2; 3, 4]",
            "f(x) = x^2;", "x = 3;", "y = [1, 2, 3];", "\n", "#", " ", "{", "}", ".", "\\", "½", "🙂", "\u{0}",
        ]

    private func expectAnOutcome(_ source: String) {
        let seconds = ProcessorTime.seconds {
            do throws(Fault) {
                let answer = try Calculation(precision: 15, deadline: .now + .milliseconds(500)).value(of: source)
                #expect(!answer.decimal.isEmpty)
            } catch {
                #expect(!error.message.isEmpty)
                if let place = error.place {
                    let length = source.unicodeScalars.count
                    #expect(
                        place.offset >= 0 && place.length >= 0 && place.offset + place.length <= length, "\(source)")
                }
            }
        }
        #expect(seconds < 3, "\(source) took \(seconds) s")
    }

    @Test func wordsInAnyOrderHaveAnOutcome() {
        // On one thread, so that its time is the calculations'.
        Stack.deep {
            var generator = SplitMix(state: 11)
            for _ in 0..<1_500 {
                let count = Int.random(in: 1...12, using: &generator)
                expectAnOutcome((0..<count).map { _ in word(&generator) }.joined())
            }
        }
    }

    @Test func bytesInAnyOrderHaveAnOutcome() {
        Stack.deep {
            var generator = SplitMix(state: 12)
            for _ in 0..<500 {
                let count = Int.random(in: 1...30, using: &generator)
                let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
                expectAnOutcome(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    @Test func mutatedExpressionsHaveAnOutcome() {
        Stack.deep {
            var generator = SplitMix(state: 13)
            for (source, _) in LanguageTests.values { expectAnOutcome(mutated(source, &generator)) }
        }
    }

    private func word(_ generator: inout SplitMix) -> String { Self.words.randomElement(using: &generator) ?? "1" }

    private func mutated(_ source: String, _ generator: inout SplitMix) -> String {
        var scalars = Array(source.unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let position = Int.random(in: 0..<max(scalars.count, 1), using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0 where !scalars.isEmpty: scalars.remove(at: min(position, scalars.count - 1))
            case 1: scalars.insert(contentsOf: word(&generator).unicodeScalars, at: min(position, scalars.count))
            default: if !scalars.isEmpty { scalars.swapAt(min(position, scalars.count - 1), 0) }
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
