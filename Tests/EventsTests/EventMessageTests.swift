import Events
import Testing

struct EventMessageTests {
    private func event(
        input: String = "{\"a\":\"0.1\",\"b\":\"0.2\"}", result: String? = "\"0.3\"", user: String = "alice"
    ) throws -> Event {
        Event(
            id: try #require(EventID("01936f0e-79b0-7cc3-98c4-dc0c0c07398f")), kind: .calculation, name: "add",
            input: Array(input.utf8), result: result.map { Array($0.utf8) }, user: user,
            time: 1_795_475_996_123_456, status: 200, durationMicroseconds: 41, requestID: "r-1")
    }

    private func text(_ event: Event) -> String {
        String(decoding: event.message(), as: UTF8.self)
    }

    @Test func anAnswerHasTheLegacyKeysFirst() throws {
        #expect(
            text(try event()) == """
                {"event":"add","input":{"a":"0.1","b":"0.2"},"result":"0.3","user":"alice","cached":false,\
                "time":1795475996.123456,"id":"01936f0e-79b0-7cc3-98c4-dc0c0c07398f","status":200,"code":null,\
                "duration_us":41,"request_id":"r-1"}
                """)
    }

    @Test func aRefusalHasItsCodeAndNoResult() throws {
        var refused = try event(result: nil, user: "o\"brien\n")
        refused.status = 422
        refused.code = "division_by_zero"
        refused.cached = true
        refused.time = 7
        #expect(
            text(refused) == #"""
                {"event":"add","input":{"a":"0.1","b":"0.2"},"result":null,"user":"o\"brien\n","cached":true,\#
                "time":0.000007,"id":"01936f0e-79b0-7cc3-98c4-dc0c0c07398f","status":422,"code":"division_by_zero",\#
                "duration_us":41,"request_id":"r-1"}
                """#)
    }

    /// What the names and the input of `event()` leave of the limit.
    private static let room = Event.textLimit - "addalicer-1".utf8.count

    @Test func whatIsExactlyTheLimitStaysWhole() throws {
        let input = "{\"a\":1}"
        let whole = "\"" + String(repeating: "1", count: Self.room - input.utf8.count - 2) + "\""
        let message = text(try event(input: input, result: whole))
        #expect(message.contains("\"result\":\(whole),"))
        #expect(!message.contains("truncated"))
    }

    @Test func whatIsLongerIsCutAndSaysSo() throws {
        let long = "[" + String(repeating: "1", count: 4096) + "]"
        let message = text(try event(input: long, result: nil))
        #expect(message.contains("\"input\":\"[" + String(repeating: "1", count: Self.room - 3) + "\","))
        #expect(message.hasSuffix("\"request_id\":\"r-1\",\"truncated\":true}"))
    }

    @Test(arguments: ["é", "€", "🧮"], 0..<4)
    func aCutFallsBetweenCharacters(_ character: String, shift: Int) throws {
        let filler = String(repeating: "x", count: shift)
        let long = "\"" + filler + String(repeating: character, count: 4096) + "\""
        let message = text(try event(input: "{}", result: long))
        // Two quotation marks around it, and one of its own that is escaped.
        let width = character.utf8.count
        let kept = String(repeating: character, count: (Self.room - 2 - 4 - shift) / width)
        #expect(message.contains("\"result\":\"\\\"\(filler)\(kept)\",\"user\""))
        #expect(!message.contains("\u{fffd}"))
    }

    @Test func allTextsTogetherAreBounded() throws {
        // Of each kind what grows most when it is written.
        for part in ["\"", "\\", "\u{1}", "e\u{301}", "🧮", "1"] {
            let huge = String(repeating: part, count: 500_000)
            let message = try event(input: "\"\(huge)\"", result: "\"\(huge)\"", user: huge).message()
            #expect(message.count < Event.textLimit + 256)
            #expect(String(validating: message, as: UTF8.self)?.hasSuffix("\"truncated\":true}") == true)
            #expect(throws: Never.self) { try TopicMessage(message) }
        }
    }

    @Test func aNameIsCutByItsBytes() throws {
        let letter = "a" + String(repeating: "\u{301}", count: 500_000)
        let event = try event(user: letter)
        #expect(event.user.utf8.count == 255)
        #expect(letter.unicodeScalars.starts(with: event.user.unicodeScalars))
        #expect(text(event).hasSuffix("\"truncated\":true}"))
    }

    @Test func whatOneLeavesTheOtherMayHave() throws {
        let long = "\"" + String(repeating: "1", count: 9000) + "\""
        let short = "\"" + String(repeating: "2", count: 1000) + "\""
        let message = text(try event(input: long, result: short))
        #expect(message.contains(",\"result\":\(short),"))
        let both = text(try event(input: long, result: long))
        #expect((Event.textLimit...Event.textLimit + 256).contains(both.utf8.count))
    }

    @Test func onlyAnsweredCalculationsBelongToTheHistory() throws {
        var event = try event()
        #expect(event.belongsToHistory)
        event.status = 422
        #expect(!event.belongsToHistory)
        event.status = 200
        event.kind = .action
        #expect(!event.belongsToHistory)
    }
}
