import Events
import Testing

struct EventMessageTests {
    private func event(input: String = "{\"a\":\"0.1\",\"b\":\"0.2\"}", result: String? = "\"0.3\"") throws -> Event {
        Event(
            id: try #require(EventID("01936f0e-79b0-7cc3-98c4-dc0c0c07398f")), kind: .calculation, name: "add",
            input: Array(input.utf8), result: result.map { Array($0.utf8) }, user: "alice",
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
        var refused = try event(result: nil)
        refused.status = 422
        refused.code = "division_by_zero"
        refused.cached = true
        refused.user = "o\"brien\n"
        refused.time = 7
        #expect(
            text(refused) == #"""
                {"event":"add","input":{"a":"0.1","b":"0.2"},"result":null,"user":"o\"brien\n","cached":true,\#
                "time":0.000007,"id":"01936f0e-79b0-7cc3-98c4-dc0c0c07398f","status":422,"code":"division_by_zero",\#
                "duration_us":41,"request_id":"r-1"}
                """#)
    }

    @Test func whatIsExactlyTheLimitStaysWhole() throws {
        let whole = "\"" + String(repeating: "1", count: 4094) + "\""
        let message = text(try event(result: whole))
        #expect(message.contains("\"result\":\(whole),"))
        #expect(!message.contains("truncated"))
    }

    @Test func whatIsLongerIsCutAndSaysSo() throws {
        let long = "[" + String(repeating: "1", count: 4096) + "]"
        let message = text(try event(input: long))
        #expect(message.contains("\"input\":\"[" + String(repeating: "1", count: 4095) + "\","))
        #expect(message.hasSuffix("\"request_id\":\"r-1\",\"truncated\":true}"))
    }

    @Test(arguments: ["é", "€", "🧮"], 0..<4)
    func aCutFallsBetweenCharacters(_ character: String, shift: Int) throws {
        let filler = String(repeating: "x", count: shift)
        let long = "\"" + filler + String(repeating: character, count: 4096) + "\""
        let message = text(try event(result: long))
        let width = character.utf8.count
        let kept = String(repeating: character, count: (4096 - 1 - shift) / width)
        #expect(message.contains("\"result\":\"\\\"\(filler)\(kept)\",\"user\""))
        #expect(!message.contains("\u{fffd}"))
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
