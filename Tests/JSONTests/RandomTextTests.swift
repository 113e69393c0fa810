import JSON
import Testing

@Suite struct RandomTextTests {
    @Test func whatIsWrittenIsReadBackTheSame() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2_000 {
            let value = JSONValue.random(depth: 5, using: &random)
            let text = value.text
            let again = try JSONValue(parsing: Array(text.utf8))
            #expect(again == value)
            #expect(again.text == text)
        }
    }

    @Test func spaceBetweenTokensChangesNothing() throws {
        var random = SeededRandom(seed: 2)
        for _ in 0..<500 {
            let value = JSONValue.random(depth: 4, using: &random)
            #expect(try parsed(value.spaced(using: &random)) == value)
        }
    }

    @Test func randomBytesNeverEndTheProcess() {
        var random = SeededRandom(seed: 3)
        let alphabet = Array(#"{}[]":,.-+eE0123456789 \ntrfalsunbd"#.utf8) + [0, 9, 10, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            expectAnAnswer(to: bytes)
        }
    }

    @Test func damagedTextsNeverEndTheProcess() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<5_000 {
            var bytes = Array(JSONValue.random(depth: 4, using: &random).text.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes.damage(using: &random)
            }
            expectAnAnswer(to: bytes)
        }
    }

    @Test func everyPrefixOfAContainerIsRefused() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<50 {
            let bytes = Array(JSONValue.array([.random(depth: 4, using: &random)]).text.utf8)
            for length in 0..<bytes.count {
                let error = try fault(Array(bytes.prefix(length)))
                #expect(error.offset <= length)
            }
        }
    }

    /// A value that is written as valid text again, or an error with a place in the text and a message.
    private func expectAnAnswer(to bytes: [UInt8]) {
        do {
            let value = try JSONValue(parsing: bytes)
            #expect(throws: Never.self) { try parsed(value.text) }
        } catch {
            #expect((0...bytes.count).contains(error.offset))
            #expect(!error.message.isEmpty)
        }
    }
}
