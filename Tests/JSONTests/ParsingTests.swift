import JSON
import Testing

@Suite struct ParsingTests {
    /// Every form that RFC 8259 allows, with the compact text that says the same.
    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("false", "false"),
        ("0", "0"), ("-0", "-0"), ("123", "123"), ("0.10", "0.10"), ("-1.5e+10", "-1.5e+10"), ("1E-2", "1E-2"),
        ("1e999999999", "1e999999999"), ("0e0", "0e0"), ("10", "10"),
        (#""""#, #""""#), (#""a\/b""#, #""a/b""#), (#""\"\\\b\f\n\r\t""#, #""\"\\\u0008\u000c\n\r\t""#),
        (#""\u0041\u00e9\u20AC""#, "\"Aé€\""), (#""\ud83d\ude00""#, "\"😀\""), (#""\u0000""#, #""\u0000""#),
        ("\"\u{7F}\u{2028}\u{10FFFF}\"", "\"\u{7F}\u{2028}\u{10FFFF}\""), (#""\uFFFF""#, "\"\u{FFFF}\""),
        ("[]", "[]"), ("[ ]", "[]"), ("{}", "{}"), ("{ }", "{}"), ("[[],{}]", "[[],{}]"),
        (" \t\r\n[ 1 , \"a\" , null ] \n", #"[1,"a",null]"#),
        ("{\"b\" : 1 , \"a\" : {\"b\":[2]}}", #"{"b":1,"a":{"b":[2]}}"#),
        (#"{"":0,"a ":1}"#, #"{"":0,"a ":1}"#),
    ])
    func validTextIsRead(text: String, compact: String) throws {
        #expect(try parsed(text).text == compact)
    }

    @Test func aNumberKeepsTheDigitsItWasWrittenWith() throws {
        let digits = "-0." + String(repeating: "1234567890", count: 1000) + "E-007"
        #expect(try parsed(digits) == .number(digits))
    }

    @Test func membersKeepTheirOrderAndAreFoundByName() throws {
        guard case .object(let object) = try parsed(#"{"z":1,"a":"x","m":[true]}"#) else {
            Issue.record("no object")
            return
        }
        #expect(object.members.map(\.key) == ["z", "a", "m"])
        #expect(object["a"] == .string("x"))
        #expect(object["m"] == .array([.bool(true)]))
        #expect(object["b"] == nil)
    }

    @Test func namesAreTheSameWhenTheirBytesAre() throws {
        let composed = "\"\u{E9}\":1"
        let decomposed = "\"e\u{301}\":2"
        guard case .object(let object) = try parsed("{\(composed),\(decomposed)}") else {
            Issue.record("no object")
            return
        }
        #expect(object["\u{E9}"] == .number("1"))
        #expect(object["e\u{301}"] == .number("2"))
        #expect(throws: JSONSyntaxError.self) { try parsed(#"{"\u00e9":1,"é":2}"#) }
    }

    @Test func objectsOfManyMembersAreRead() throws {
        let text = "{" + (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        #expect(try parsed(text).text == text)
    }

    @Test func depthIsCountedOverArraysAndObjectsTogether() throws {
        let deep = String(repeating: #"[{"a":"#, count: 32) + "1" + String(repeating: "}]", count: 32)
        #expect(try parsed(deep).text == deep)
        #expect(try fault("[" + deep + "]").code == .tooDeep)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array("[]".utf8), maximumDepth: 0) }
        #expect(try JSONValue(parsing: Array("1".utf8), maximumDepth: 0) == .number("1"))
        let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try JSONValue(parsing: Array(deepest.utf8), maximumDepth: 10_000).text == deepest)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func aTextNestedAHundredThousandDeepIsRefused(opening: String) {
        let bytes = Array(String(repeating: opening, count: 100_000).utf8)
        for depth in [64, 512, Int.max] {
            let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes, maximumDepth: depth) }
            #expect(error?.code == .tooDeep)
        }
    }
}

func parsed(_ text: String) throws(JSONSyntaxError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
}

/// The fault of a text that has one.
func fault(_ text: String) throws -> JSONSyntaxError {
    try fault(Array(text.utf8))
}

/// The fault of bytes that have one.
func fault(_ bytes: [UInt8]) throws -> JSONSyntaxError {
    try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
}
