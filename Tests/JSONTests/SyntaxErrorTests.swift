import JSON
import Testing

@Suite struct SyntaxErrorTests {
    /// Texts that are no JSON, with the place of the fault and what the person who wrote them reads.
    @Test(arguments: [
        ("", 0, "The text is empty where a JSON value should stand"),
        (" \n", 2, "The text is empty where a JSON value should stand"),
        (
            "hello", 0,
            "Not valid JSON: h at byte 0, where a value: text, a number, true, false, null, [ or { should stand"
        ),
        ("nul", 0, "Not valid JSON: n at byte 0, where null should stand"),
        ("trUe", 0, "Not valid JSON: t at byte 0, where true should stand"),
        ("True", 0, "In JSON it is written true"),
        ("[None]", 1, "In JSON it is written null"),
        ("1 2", 2, "Not valid JSON: 2 at byte 2, where the end of the text should stand"),
        ("[] x", 3, "Not valid JSON: x at byte 3, where the end of the text should stand"),
        ("truetrue", 4, "Not valid JSON: t at byte 4, where the end of the text should stand"),
        ("[1] // one", 4, "Not valid JSON: / at byte 4, where the end of the text should stand"),
        ("/* one */ 1", 0, "JSON has no comments"),
        ("NaN", 0, "JSON has no NaN and no Infinity"),
        ("[1, Infinity]", 4, "JSON has no NaN and no Infinity"),
        (#"{"a":-Infinity}"#, 5, "JSON has no NaN and no Infinity"),
        ("nan", 0, "JSON has no NaN and no Infinity"),
        ("+1", 0, "A JSON number does not begin with +"),
        (".5", 0, "A JSON number has a digit before the point, as in 0.5"),
        ("-", 0, "Not a JSON number: a digit is missing at byte 1"),
        ("-.5", 0, "Not a JSON number: a digit is missing at byte 1"),
        ("--1", 0, "Not a JSON number: a digit is missing at byte 1"),
        ("-x", 0, "Not a JSON number: a digit is missing at byte 1"),
        ("[5.]", 1, "Not a JSON number: a digit is missing at byte 3"),
        ("1.e5", 0, "Not a JSON number: a digit is missing at byte 2"),
        ("1e", 0, "Not a JSON number: a digit is missing at byte 2"),
        ("1e+", 0, "Not a JSON number: a digit is missing at byte 3"),
        ("1.5E-x", 0, "Not a JSON number: a digit is missing at byte 5"),
        ("01", 0, "A JSON number does not begin with 0 before other digits"),
        ("-007", 0, "A JSON number does not begin with 0 before other digits"),
        ("0x1F", 1, "Not valid JSON: x at byte 1, where the end of the text should stand"),
        ("1_000", 1, "Not valid JSON: _ at byte 1, where the end of the text should stand"),
        (
            "١", 0,
            "Not valid JSON: byte 217 at byte 0, where a value: text, a number, true, false, null, [ or { should stand"
        ),
        ("[", 1, "The JSON text ends where a value should stand"),
        ("[1", 2, "The JSON text ends where a comma or ] should stand"),
        ("[1,", 3, "The JSON text ends where a value should stand"),
        (
            "[1,]", 3,
            "Not valid JSON: ] at byte 3, where a value: text, a number, true, false, null, [ or { should stand"
        ),
        ("[1 2]", 3, "Not valid JSON: 2 at byte 3, where a comma or ] should stand"),
        ("[1}", 2, "Not valid JSON: } at byte 2, where a comma or ] should stand"),
        ("]", 0, "Not valid JSON: ] at byte 0, where a value: text, a number, true, false, null, [ or { should stand"),
        ("{", 1, "The JSON text ends where a name in double quotes should stand"),
        ("{a:1}", 1, "Not valid JSON: a at byte 1, where a name in double quotes should stand"),
        ("{1:1}", 1, "Not valid JSON: 1 at byte 1, where a name in double quotes should stand"),
        (#"{"a"}"#, 4, "Not valid JSON: } at byte 4, where a colon should stand"),
        (#"{"a" 1}"#, 5, "Not valid JSON: 1 at byte 5, where a colon should stand"),
        (
            #"{"a":}"#, 5,
            "Not valid JSON: } at byte 5, where a value: text, a number, true, false, null, [ or { should stand"
        ),
        (#"{"a":1,}"#, 7, "Not valid JSON: } at byte 7, where a name in double quotes should stand"),
        (#"{"a":1]"#, 6, "Not valid JSON: ] at byte 6, where a comma or } should stand"),
        (#"{"a":1,"b":2,"a":3}"#, 13, #"The name "a" stands here twice"#),
        (#"{"a":1,"\u0061":2}"#, 7, #"The name "a" stands here twice"#),
        ("'a'", 0, "Text in JSON stands in double quotes"),
        (#""a"#, 2, "The JSON text ends where the quote that ends the text should stand"),
        (#""a\"#, 3, "The JSON text ends where the rest of an escape should stand"),
        (#""a\x""#, 2, "There is no such escape in JSON text"),
        (#""\u12"#, 5, "The JSON text ends where a hexadecimal digit should stand"),
        (#""\u12G4""#, 5, "Not valid JSON: G at byte 5, where a hexadecimal digit should stand"),
        ("\"a\nb\"", 2, "A control character in text is written with a backslash, as \\n"),
        ("\"a\u{0}b\"", 2, "A control character in text is written with a backslash, as \\n"),
        (#""x\ud800""#, 2, "Half of a surrogate pair stands alone in a \\u escape"),
        (#""\udc00""#, 1, "Half of a surrogate pair stands alone in a \\u escape"),
        (#""\ud800\n""#, 1, "Half of a surrogate pair stands alone in a \\u escape"),
        (#""\ud800\ud800""#, 1, "Half of a surrogate pair stands alone in a \\u escape"),
        (#""\ude00\ud83d""#, 1, "Half of a surrogate pair stands alone in a \\u escape"),
        ("\u{FEFF}{}", 0, "The text begins with a byte order mark: send it without one"),
        ("1\u{A0}", 1, "Not valid JSON: byte 194 at byte 1, where the end of the text should stand"),
        ("1\u{C}", 1, "Not valid JSON: byte 12 at byte 1, where the end of the text should stand"),
    ])
    func aFaultHasItsPlaceAndSaysWhatIsWrong(text: String, offset: Int, message: String) throws {
        let error = try fault(text)
        #expect(error.offset == offset)
        #expect(error.message == message)
    }

    /// Bytes in quotes that are no UTF-8, with the place of the first wrong one counted from the quote.
    @Test(
        arguments: [
            ([0x80], 0), ([0x61, 0xFF], 1), ([0xC3, 0xA9, 0xC3], 2), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
            ([0x5C, 0x6E, 0xFE], 2),
        ] as [([UInt8], Int)])
    func bytesThatAreNoUTF8AreRefused(bytes: [UInt8], place: Int) throws {
        let quote = UInt8(ascii: "\"")
        let error = try fault([UInt8(ascii: "["), quote] + bytes + [quote, UInt8(ascii: "]")])
        #expect(error.code == .invalidUTF8)
        #expect(error.offset == place + 2)
    }

    @Test func otherEncodingsAreRefused() throws {
        #expect(try fault(Array("{}".utf16).flatMap { [UInt8(truncatingIfNeeded: $0), 0] }).offset == 1)
        #expect(try fault([0xFE, 0xFF, 0, 0x5B, 0, 0x5D]).offset == 0)
    }

    @Test func anObjectHasOnlySoManyMembers() throws {
        let text = "[" + #"{"a":1,"b":{"c":2}},"# + #"{"a":1,"b":2,"c":3}"# + "]"
        #expect(throws: Never.self) { try JSONValue(parsing: Array(text.utf8), maximumMembers: 3) }
        let error = try #require(
            #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8), maximumMembers: 2) })
        #expect(error.code == .tooManyMembers)
        #expect(error.offset == 34)
    }

    @Test func aLongNameIsCutInTheMessage() throws {
        let name = String(repeating: "n", count: 10_000)
        let error = try fault("{\"\(name)\":1,\"\(name)\":2}")
        #expect(error.message == "The name \"\(name.prefix(99))…\" stands here twice")
    }
}
