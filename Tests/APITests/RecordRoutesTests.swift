import Accounts
import HTTPTypes
import JSON
import Logging
import Pipeline
import ServiceLifecycle
import Store
import Testing

@testable import API

@Suite struct RecordRoutesTests {
    @Test func theHistoryHasOnesOwnAnsweredCalculationsNewestFirst() async throws {
        let service = try await TestService()
        let alice = try await service.signIn("alice")
        let bob = try await service.signIn("bobby")
        _ = try await service.get("/math/add?a=0.1&b=0.2", token: alice)
        _ = try await service.get("/math/divide?a=1&b=0", token: alice)
        _ = try await service.get("/math/add?a=7&b=7", token: bob)
        _ = try await service.post("/math/multiply", #"{"a":0.1,"b":"3"}"#, token: alice)
        let entries = try await service.list("/history", token: alice)
        #expect(entries.map { $0["operation"]?.asText } == ["multiply", "add"])
        #expect(entries.map { $0["result"]?.asText } == ["0.3", "0.3"])
        #expect(entries.last?["input_data"] == .string(#"{"a":"0.1","b":"0.2"}"#))
        #expect(entries.last?["input"] == .members(("a", .string("0.1")), ("b", .string("0.2"))))
        let page = try await service.list("/history?limit=1", token: alice)
        #expect(page.count == 1)
        let next = try await service.list(
            "/history?limit=1&before=\(try #require(page[0]["id"]).literal)", token: alice)
        #expect(next.map { $0["operation"]?.asText } == ["add"])
    }

    @Test func onlyOnesOwnEntryCanBeHidden() async throws {
        let service = try await TestService()
        let alice = try await service.signIn("alice")
        let bob = try await service.signIn("bobby")
        _ = try await service.get("/math/add?a=1&b=2", token: alice)
        let id = try #require(try await service.list("/history", token: alice).first?["id"]).literal
        #expect(try await service.send(.delete, "/history/\(id)", token: bob).status == 404)
        #expect(try await service.send(.delete, "/history/\(id)", token: alice).status == 200)
        #expect(try await service.send(.delete, "/history/\(id)", token: alice).status == 404)
        for number in ["0", "-1", "99999999999999999999"] {
            #expect(try await service.send(.delete, "/history/\(number)", token: alice).status == 404)
        }
        for text in ["abc", "1.5", "1%CC%81", "-"] {
            let refused = try await service.send(.delete, "/history/\(text)", token: alice)
            #expect(refused.status == 422 && refused.body.contains(#""loc":["path","entry_id"]"#))
        }
        #expect(try await service.list("/history", token: alice).isEmpty)
    }

    @Test func everyActionIsAnEventAnsweredOrRefused() async throws {
        let service = try await TestService()
        try await service.whileRecording {
            let alice = try await service.signIn("alice")
            _ = try await service.get("/math/add?a=1&b=2", token: alice)
            _ = try await service.get("/math/divide?a=1&b=0", token: alice)
            _ = try await service.post("/math/add", "no json", token: alice)
            _ = try await service.post("/token", #"{"username":"alice","password":"wrong"}"#)
            let events = try await service.events("/events", token: alice)
            #expect(
                events.map { "\($0["event"]?.asText ?? "") \($0["status"]?.literal ?? "")" } == [
                    "login 401", "add 422", "divide 422", "add 200", "login 200", "register 200",
                ])
            #expect(events.allSatisfy { $0["user"] == .string("alice") })
            #expect(events[2]["code"] == .string("division_by_zero"))
        }
    }

    @Test func aUserSeesTheirOwnEventsAndAnAdministratorAll() async throws {
        let service = try await TestService()
        try await service.whileRecording {
            let alice = try await service.signIn("alice")
            let root = try await service.signIn("root", as: .admin)
            _ = try await service.get("/math/add?a=1&b=2", token: alice)
            _ = try await service.get("/math/add?a=1&b=2", token: root)
            #expect(try await service.events("/events?event=add", token: alice).count == 1)
            #expect(try await service.events("/events?event=add", token: root).count == 2)
            #expect(try await service.events("/events?event=add&user=alice", token: root).count == 1)
            #expect(try await service.get("/events?user=root", token: alice).status == 403)
            #expect(try await service.events("/events?until=2000-01-01", token: root).isEmpty)
            let first = try await service.get("/events?limit=2", token: root)
            let cursor = try #require(first.json["next_cursor"]?.asText)
            let second = try await service.events("/events?limit=1000&cursor=\(cursor)", token: root)
            #expect(second.count == 4)
        }
    }

    @Test func aLiveStreamPassesOverTheEventsOfOthers() async throws {
        let service = try await TestService()
        try await service.whileRecording {
            let alice = try await service.signIn("alice")
            let bob = try await service.signIn("bobby")
            for _ in 0..<3 { _ = try await service.get("/math/add?a=1&b=2", token: bob) }
            _ = try await service.events("/events", token: alice)
            let live = LiveEvents(services: service.services, token: alice, user: "alice", event: nil, after: 0)
            let first = try await live.next(after: 0)
            let names = String(decoding: first.text, as: UTF8.self).matches(of: #/(?m)^event: (.*)$/#).map(\.1)
            #expect(names == ["register", "login"])
            #expect(first.place == 7)
            let second = try await live.next(after: first.place)
            #expect(second.text.isEmpty)
            #expect(second.place == 7)
        }
    }

    @Test func eventsAreExportedAsLinesAndAsCSV() async throws {
        let service = try await TestService()
        try await service.whileRecording {
            let alice = try await service.signIn("alice")
            _ = try await service.get("/math/multiply?a=-3&b=4", token: alice)
            let lines = try await service.get(
                "/events?event=multiply", token: alice, headers: [.accept: "application/x-ndjson"])
            #expect(lines.headers[.contentType] == "application/x-ndjson")
            #expect(lines.body.split(separator: "\n").count == 1)
            let csv = try await service.get("/events?event=multiply", token: alice, headers: [.accept: "text/csv"])
            let rows = csv.body.split(separator: "\r\n")
            #expect(
                rows.first
                    == "\u{FEFF}id,time,user,event,status,code,input,result,request_id,duration_us,cached,timestamp")
            #expect(rows.count == 2)
            #expect(rows[1].contains(#","{""a"":""-3"",""b"":""4""}",-12,"#))
        }
    }
}

extension TestService {
    func list(_ path: String, token: String) async throws -> [JSONObject] {
        let reply = try await get(path, token: token)
        guard case .array(let values) = try JSONValue(parsing: Array(reply.body.utf8)) else { return [] }
        return values.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }

    func events(_ path: String, token: String) async throws -> [JSONObject] {
        guard case .array(let values)? = try await get(path, token: token).json["events"] else { return [] }
        return values.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }

    /// With the journal being carried into the event store, as in the running service.
    func whileRecording(_ body: () async throws -> Void) async throws {
        let recorder = EmbeddedRecorder(
            journal: services.database, store: eventStore, feed: services.feed, topic: "logs",
            logger: services.logger)
        let group = ServiceGroup(configuration: .init(services: [recorder], logger: services.logger))
        async let running: Void = group.run()
        try await body()
        await group.triggerGracefulShutdown()
        try await running
    }
}

extension JSONValue {
    /// A number's digits.
    var literal: String { if case .number(let literal) = self { literal } else { "" } }
}
