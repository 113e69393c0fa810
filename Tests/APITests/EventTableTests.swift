import Accounts
import HTTPTypes
import Store
import Testing

@testable import API

@Suite struct EventTableTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("two words", "two words"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("\"", "\"\"\"\""), ("a\rb", "\"a\rb\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
        // An accent behind it makes another character of it, not another byte.
        ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("a,\u{301}b", "\"a,\u{301}b\""), ("a\n\u{301}", "\"a\n\u{301}\""),
        ("=1+1", "'=1+1"), ("=\u{338}1", "'=\u{338}1"), ("+A1", "'+A1"), ("-A1", "'-A1"), ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("＝1", "'＝1"), ("＠x", "'＠x"),
        ("-3", "-3"), ("+3.25e-7", "+3.25e-7"), ("-1E+5", "-1E+5"), ("-", "'-"), ("-.5", "'-.5"), ("-3.", "'-3."),
        ("-inf", "'-inf"), ("-0x1", "'-0x1"), ("-1e", "'-1e"), ("-3 ", "'-3 "), ("-1+cmd", "'-1+cmd"),
    ])
    func aCellIsShownAsItIs(cell: String, written: String) {
        var (text, bytes): ([UInt8], [UInt8]) = ([], Array(cell.utf8))
        bytes.withUnsafeMutableBufferPointer { EventTable.appendCell(UnsafeBufferPointer($0), to: &text) }
        #expect(String(decoding: text, as: UTF8.self) == written)
        #expect(text == Array(written.utf8))
    }

    @Test func anExportIsOneTableWhateverTheMessagesAre() async throws {
        let service = try await TestService()
        let root = try await service.signIn("root", as: .admin)
        try await service.store([
            #"{"event":"add","input":{"a":"=1","b":","},"result":"-3","user":"x\r=y","cached":false,"time":1769860800.250000,"id":"i-1","status":200,"code":null,"duration_us":41,"request_id":"r"}"#,
            #"{"event":"old", "input": NaN, "time": 1.5e3, "user": "\u003dcmd", "user": "a\"\u0301"}"#,
            "no json\n=1", #"[1, 2]"#,
        ])
        let csv = try await service.get("/events", token: root, headers: [.accept: "text/csv"])
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        let expected = """
            \u{FEFF}id,time,user,event,status,code,input,result,request_id,duration_us,cached,timestamp
            ,,,,,,,,,,,
            ,,,,,,,,,,,
            ,1.5e3,"a""\u{301}",old,,,NaN,,,,,1970-01-01T00:25:00.000000Z
            i-1,1769860800.250000,"x\r=y",add,200,,"{""a"":""=1"",""b"":"",""}",-3,r,41,false,2026-01-31T12:00:00.250000Z

            """
        #expect(
            Array(csv.body.utf8)
                == Array(
                    expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8))
    }
}

extension TestService {
    /// Puts messages into the event store, as another program would.
    func store(_ messages: [String]) async throws {
        let last = try await eventStore.latestID()
        let records = messages.enumerated().map { index, message in
            EventRecord(
                eventID: "foreign-\(last + Int64(index))", topic: "logs", place: (0, last + Int64(index)), user: nil,
                event: nil, status: nil,
                time: nil, message: Array(message.utf8))
        }
        try await eventStore.record(records, position: SourcePosition(topic: "test", partition: 0, next: 1))
    }
}
