import Testing

@testable import API

@Suite struct RequestReadingTests {
    @Test(arguments: [
        ("a=1&b=2", [("a", "1"), ("b", "2")]),
        ("a=1%2F3&b=+2", [("a", "1/3"), ("b", " 2")]),
        ("a&b=&=c", [("a", ""), ("b", ""), ("", "c")]),
        ("a=%zz&b=%4", [("a", "%zz"), ("b", "%4")]),
        ("&&a=1&&", [("a", "1")]),
        ("a=1=2", [("a", "1=2")]),
        ("n%00m=%F0%9F%8E%89", [("n\0m", "🎉")]),
        ("", []),
    ])
    func formItemsAreReadAsBrowsersWriteThem(text: String, expected: [(String, String)]) {
        #expect(FormItems(text).items == expected.map { FormItems.Item(name: $0, value: $1) })
    }

    @Test func whatIsNoUTF8BecomesTheReplacementCharacter() {
        #expect(FormItems("a=%FF%FE").items == [FormItems.Item(name: "a", value: "\u{FFFD}\u{FFFD}")])
    }

    @Test(
        arguments: [
            ("2026-01-31T12:00:00Z", 1_769_860_800_000_000),
            ("2026-01-31T12:00:00.25Z", 1_769_860_800_250_000),
            ("2026-01-31T13:30:00+01:30", 1_769_860_800_000_000),
            ("2026-01-31", 1_769_817_600_000_000),
            ("1769860800", 1_769_860_800_000_000),
            ("1969-12-31T23:59:59.5Z", -500_000),
        ] as [(String, Int64)])
    func momentsAreRead(text: String, microseconds: Int64) {
        #expect(Timestamp(parsing: text)?.microseconds == microseconds)
    }

    @Test(arguments: ["", "yesterday", "2026-13-01", "2026-01-31T25:00", "nan", "inf", "1e300", "2026-1-1"])
    func whatIsNoMomentIsRefused(text: String) {
        #expect(Timestamp(parsing: text) == nil)
    }

    @Test func momentsAreWrittenInUTC() {
        #expect(Timestamp(microseconds: 1_769_860_800_250_000).text == "2026-01-31T12:00:00.250000Z")
        #expect(Timestamp(microseconds: -500_000).text == "1969-12-31T23:59:59.500000Z")
    }

    @Test func theDateHeaderHasTheFormOfRFC9110() {
        #expect(HTTPDate.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
}
