import Events
import Foundation
import GRDB
import Kafka
import Store
import Testing

@testable import Pipeline

struct TopicRecorderTests {
    private let directory = RecorderDirectory()

    private func message(
        _ offset: Int64, _ text: String?, partition: Int32 = 0, timestamp: Int64? = nil, header: String? = nil
    ) -> KafkaMessage {
        KafkaMessage(
            partition: partition, offset: offset, timestamp: timestamp, value: text.map { Array($0.utf8) },
            header: header)
    }

    private func rows(_ store: EventStore, _ sql: String) async throws -> [[String]] {
        try await store.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { value in
                    switch value.storage {
                    case .null: "NULL"
                    case .int64(let number): "\(number)"
                    case .double(let number): "\(number)"
                    case .string(let text): text
                    case .blob(let data): String(decoding: data, as: UTF8.self)
                    }
                }
            }
        }
    }

    private let events = """
        SELECT topic, message, event_id, "user", event, status, time, partition, kafka_offset FROM kafka_logs ORDER BY id
        """
    private let letters = "SELECT topic, partition, kafka_offset, reason, message FROM dead_letters ORDER BY id"

    private let own = """
        {"event":"add","input":{"a":"1"},"result":"2","user":"alice","cached":false,"time":1795475996.123456,\
        "id":"0193","status":200,"code":null,"duration_us":41,"request_id":"r"}
        """
    private let legacy = #"{"event": "pow", "input": {"x": 10}, "result": Infinity, "user": "old", "time": 17.5}"#

    @Test func aMessageThatIsNotTheOneFromItsPlaceIsSeen() throws {
        let store = try directory.store()
        let recorder = TopicRecorder(store: store, topic: "logs")
        try recorder.store([
            message(7, own), message(8, "no event"), message(9, own), message(3, legacy, partition: 1),
            message(4, nil, partition: 1),
        ])
        let other = own.replacingOccurrences(of: "0193", with: "0194")
        let cases: [(KafkaMessage, Bool)] = [
            (message(7, own), true), (message(7, other), false), (message(7, "no event"), false),
            (message(8, "no event"), true), (message(8, own), true), (message(8, other), false),
            (message(8, "another"), false), (message(8, nil), false),
            // Stored from an earlier place; and what the store has nothing to compare with.
            (message(9, own), true), (message(9, other), true), (message(20, other), true),
            (message(3, legacy, partition: 1), true), (message(3, own, partition: 1), true),
            (message(3, other, partition: 1), false), (message(3, legacy + " ", partition: 1), false),
            (message(4, nil, partition: 1), true), (message(4, legacy, partition: 1), false),
        ]
        for (message, isStored) in cases {
            #expect(try recorder.isStored(message) == isStored, "\(message)")
        }
    }

    @Test func eventsDeadLettersAndPositionsAreStoredTogether() async throws {
        let store = try directory.store()
        let recorder = TopicRecorder(store: store, topic: "logs")
        try recorder.store([
            message(7, own), message(8, "no event"), message(3, legacy, partition: 1), message(4, nil, partition: 1),
        ])
        #expect(
            try await rows(store, events) == [
                ["logs", own, "0193", "alice", "add", "200", "1795475996.123456", "0", "7"],
                ["logs", legacy, "logs/1/3", "old", "pow", "NULL", "17.5", "1", "3"],
            ])
        #expect(
            try await rows(store, letters) == [
                ["logs", "0", "8", "not JSON (byte 0)", "no event"], ["logs", "1", "4", "empty", "NULL"],
            ])
        #expect(try recorder.positions() == [0: 9, 1: 5])
    }

    @Test func aBatchThatCannotBeStoredLeavesNothingBehind() async throws {
        let store = try directory.store()
        let recorder = TopicRecorder(store: store, topic: "logs")
        try recorder.store([message(0, own), message(1, "poison")])
        let before = (try await rows(store, events), try await rows(store, letters))
        try await store.onWriter { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1") }
        let batch = [message(2, "more poison")] + (3..<2000).map { message($0, legacy) }
        #expect { try recorder.store(batch) } throws: { ($0 as? StoreError)?.kind == .diskFull }
        #expect(try await rows(store, events) == before.0)
        #expect(try await rows(store, letters) == before.1)
        #expect(try recorder.positions() == [0: 2])
        try await store.onWriter { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1000000") }
        try recorder.store(batch)
        #expect(try await rows(store, events).count == 1998)
        #expect(try await rows(store, letters).count == 2)
        #expect(try recorder.positions() == [0: 2000])
    }

    @Test func whatComesAgainIsStoredOnce() async throws {
        let store = try directory.store()
        let recorder = TopicRecorder(store: store, topic: "logs")
        let batch = [message(0, own), message(1, own), message(2, legacy), message(3, "poison")]
        for _ in 0..<3 { try recorder.store(batch) }
        // The same event at another place, as a producer sends it that has not heard of its success.
        try recorder.store([message(9, own, partition: 2)])
        #expect(try await rows(store, events).map { $0[2] } == ["0193", "logs/0/2"])
        #expect(try await rows(store, letters).count == 1)
        #expect(try recorder.positions() == [0: 4, 2: 10])
    }

    @Test func theIdentityIsTheMessagesOwnThenTheHeadersThenThePlace() async throws {
        let store = try directory.store()
        let recorder = TopicRecorder(store: store, topic: "logs")
        try recorder.store([
            message(0, #"{"id":"own"}"#, header: "header"), message(1, "{}", header: "header"), message(2, "{}"),
            message(3, #"{"id":5}"#), message(4, #"{"id":""}"#),
        ])
        #expect(
            try await rows(store, events).map { $0[2] } == ["own", "header", "logs/0/2", "logs/0/3", "logs/0/4"])
    }

    @Test func aMessageWithoutATimeHasTheOneThatTheBrokerTells() async throws {
        let store = try directory.store()
        try TopicRecorder(store: store, topic: "logs").store([
            message(0, "{}", timestamp: 1_795_475_996_250), message(1, #"{"time":3}"#, timestamp: 5), message(2, "{}"),
        ])
        #expect(try await rows(store, events).map { $0[6] } == ["1795475996.25", "3.0", "NULL"])
    }

    @Test(arguments: [
        ("", "empty"), ("[1]", "not a JSON object"), ("\"text\"", "not a JSON object"), ("{", "not JSON (byte 1)"),
        ("{'a':1}", "not JSON (byte 1)"), (#"{"a":1} {"#, "not JSON (byte 8)"),
        (String(repeating: #"{"a":"#, count: 600), "nested deeper than 500"),
    ])
    func whatIsNoEventIsKeptWithTheReason(text: String, reason: String) async throws {
        let store = try directory.store()
        try TopicRecorder(store: store, topic: "logs").store([message(0, text)])
        #expect(try await rows(store, letters) == [["logs", "0", "0", reason, text]])
        #expect(try await rows(store, events).isEmpty)
    }
}
