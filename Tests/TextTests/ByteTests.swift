import Testing
import Text

struct ByteTests {
    /// One letter under marks of changing classes: to normalise it takes time that grows with the square of their number.
    private static let heavy = "e" + String(repeating: "\u{0301}\u{0327}", count: 200_000)

    @Test func textsAreTheSameWhenTheirBytesAre() {
        #expect("é".isExactly("é"))
        #expect(!"e\u{301}".isExactly("é"))
        #expect(ExactText("é") != ExactText("e\u{301}"))
        #expect(Set(["é", "e\u{301}", "é"].map(ExactText.init)).count == 2)
        #expect("BeArEr".isCaselessly("bearer"))
        #expect(!"bearer2".isCaselessly("bearer"))
        #expect("text/html, */*".containsExactly("text/html"))
        #expect("aab".containsExactly("ab"))
        #expect(!"te\u{301}xt/html".containsExactly("text/html"))
    }

    @Test(arguments: ["x", "é", "€", "🧮", "e\u{301}\u{301}"], 0..<8)
    func aCutIsNeverWithinTheBytesOfACharacter(_ part: String, limit: Int) {
        let text = String(repeating: part, count: 9)
        let cut = text.cut(toBytes: limit)
        #expect(text.utf8.starts(with: cut.utf8))
        #expect((limit - 3...limit).contains(cut.utf8.count))
        #expect(!cut.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func whatFitsIsNotCut() {
        #expect("é".cut(toBytes: 2) == "é")
        #expect("é".cut(toBytes: 1).isEmpty)
        #expect(String(repeating: "x", count: 100).shown == String(repeating: "x", count: 100))
        #expect(String(repeating: "x", count: 101).shown == String(repeating: "x", count: 99) + "…")
    }

    @Test func noWritingHasThatManyMarksInARow() {
        #expect("Zoë, Ångström, ស្រី, नमस्ते, 👩‍👩‍👧‍👦".overlongMarkRun == nil)
        #expect(("ab" + String(repeating: "\u{301}", count: 30)).overlongMarkRun == nil)
        #expect(("ab" + String(repeating: "\u{301}", count: 31)).overlongMarkRun == 2)
        #expect(String(repeating: "\u{0F73}", count: 31).overlongMarkRun == 0)
        #expect(String(repeating: String(repeating: "\u{301}", count: 30) + "b", count: 9).overlongMarkRun == nil)
    }

    @Test func whatIsHeavyToNormaliseIsAsQuickAsAnythingElse() {
        let time = processorTime {
            var other = Self.heavy
            other.append("x")
            #expect(!Self.heavy.isExactly("e"))
            #expect(!Self.heavy.isExactly(other))
            #expect(Set([Self.heavy, other].map(ExactText.init)).count == 2)
            #expect(Self.heavy.cut(toBytes: 256).utf8.count == 255)
            #expect(Self.heavy.shown.utf8.count < 400)
            #expect(Self.heavy.overlongMarkRun == 1)
        }
        // Milliseconds as it is; by way of Unicode it would be minutes.
        #expect(time < .seconds(2))
    }

    private func processorTime(of work: () -> Void) -> Duration {
        let start = ProcessorTime.now
        work()
        return ProcessorTime.now - start
    }
}
