import JSON
import Testing

@Suite struct WriterTests {
    @Test func commasComeByThemselves() {
        var json = JSONWriter(capacity: 0)
        json.beginObject()
        json.key("text")
        json.string("x")
        json.key(String("numbers"))
        json.beginArray()
        json.number(0)
        json.number(Int64.min)
        json.number(UInt64.max)
        json.number(literal: "1.50")
        json.endArray()
        json.key("empty")
        json.beginArray()
        json.endArray()
        json.key("words")
        json.beginArray()
        json.bool(true)
        json.bool(false)
        json.null()
        json.beginObject()
        json.endObject()
        json.raw("[1]")
        json.raw(Array("{}".utf8))
        json.endArray()
        json.endObject()
        let expected =
            #"{"text":"x","numbers":[0,-9223372036854775808,18446744073709551615,1.50],"empty":[],"#
            + #""words":[true,false,null,{},[1],{}]}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func onlyWhatMustBeEscapedIs() {
        let all = (0..<0x80).compactMap { UnicodeScalar($0) }.reduce(into: "") { $0.unicodeScalars.append($1) }
        let escaped = (0..<0x20).map { code in
            switch code {
            case 9: "\\t"
            case 10: "\\n"
            case 13: "\\r"
            default: "\\u00" + (code < 16 ? "0" : "") + String(code, radix: 16)
            }
        }
        let rest = all.dropFirst(0x20).map { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : String($0) }
        let expected = "\"" + (escaped + rest).joined() + "\""
        #expect(JSONValue.string(all).text == expected)
        #expect(JSONValue.string("é€😀\u{2028}").text == "\"é€😀\u{2028}\"")
    }

    @Test func aNameIsEscapedLikeText() {
        #expect(JSONValue.object(JSONObject([("a\"\n", .null)])).text == #"{"a\"\n":null}"#)
    }

    @Test func aBridgedOrSlicedTextIsWrittenLikeAnother() {
        let slice = String("prefix \"text\" suffix".dropFirst(7).dropLast(7))
        #expect(JSONValue.string(slice).text == #""\"text\"""#)
    }
}
