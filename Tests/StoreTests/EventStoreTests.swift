import Events
import Foundation
import GRDB
import Testing

@testable import Store

struct EventStoreTests {
    private let directory = TemporaryDirectory()
    private let store: EventStore

    init() throws {
        store = try EventStore(path: directory("events.db"))
    }

    private func records(_ events: [Event]) -> [EventRecord] {
        events.enumerated().map { index, event in
            EventRecord(
                JournalEntry(
                    sequence: Int64(index + 1), eventID: event.id, user: event.user, event: event.name,
                    status: event.status, time: event.time, message: event.message()), topic: "logs")
        }
    }

    private func record(_ events: [Event], next: Int64 = 1) async throws {
        try await store.record(records(events), position: SourcePosition(topic: "journal", partition: 0, next: next))
    }

    @Test func aRowHasEverythingOfItsEvent() async throws {
        let event = Event.sample(1, name: "divide", user: "bob", status: 422, time: 1_795_475_996_123_456)
        try await record([event])
        let message = String(decoding: event.message(), as: UTF8.self)
        #expect(
            try await store.read { try Row.texts($0, "SELECT * FROM kafka_logs") } == [
                [
                    "id=1", "topic=logs", "message=\(message)", "event_id=\(event.id)", "user=bob", "event=divide",
                    "status=422", "time=1795475996.123456", "partition=nil", "kafka_offset=nil",
                ]
            ])
        #expect(try await store.events(matching: EventFilter(), limit: 10).map(\.message) == [message])
    }

    @Test func recordingTwiceIsOneRow() async throws {
        let events = (0..<10).map { Event.sample($0) }
        try await record(Array(events[..<6]), next: 7)
        try await record(Array(events[3...]), next: 11)
        try await record(events, next: 11)
        #expect(store.storedEvents == 10)
        #expect(
            try await store.events(matching: EventFilter(order: .oldestFirst), limit: 100).map(\.eventID)
                == events.map(\.id.description))
        #expect(try await store.position(topic: "journal", partition: 0) == 11)
        #expect(try await store.position(topic: "journal", partition: 1) == nil)
    }

    @Test func rowsAndPositionAreStoredTogetherOrNotAtAll() async throws {
        try await record([.sample(1)], next: 2)
        try await store.limitPages(1)
        let many = (0..<500).map { Event.sample($0) }
        await #expect { try await record(many, next: 502) } throws: { ($0 as? StoreError)?.kind == .diskFull }
        #expect(try await store.position(topic: "journal", partition: 0) == 2)
        #expect(try await store.latestID() == 1)
        try await store.limitPages(1_000_000)
        try await record(many, next: 502)
        #expect(try await store.latestID() == 501)
    }

    @Test func theLegacyInsertStillWorks() async throws {
        try await record([.sample(1)])
        store.close()
        let legacy = try DatabaseQueue(path: directory("events.db"))
        try await legacy.write { db in
            for message in [#"{"event":"pow","input":{"x":2},"result":4}"#, "no JSON"] {
                try db.execute(
                    sql: "INSERT INTO kafka_logs (topic, message) VALUES (?, ?)", arguments: ["logs", message])
            }
        }
        try legacy.close()
        let again = try EventStore(path: directory("events.db"))
        #expect(
            try await again.events(matching: EventFilter(after: 1, order: .oldestFirst), limit: 10).map(\.message)
                == [#"{"event":"pow","input":{"x":2},"result":4}"#, "no JSON"])
        let view = try await again.read { try Row.texts($0, "SELECT id, input, result FROM events WHERE id > 1") }
        #expect(view == [["id=2", #"input={"x":2}"#, "result=4"], ["id=3", "input=nil", "result=nil"]])
    }

    @Test func theViewIsReadable() async throws {
        let event = Event.sample(5, time: 1_795_475_996_123_456)
        try await record([event])
        #expect(
            try await store.read { try Row.texts($0, "SELECT * FROM events") } == [
                [
                    "id=1", "event_id=\(event.id)", "time=2026-11-23T23:19:56.123Z", "user=alice", "event=add",
                    "status=200", #"input={"a":"5"}"#, #"result="5""#,
                ]
            ])
    }

    @Test func aFileOfTheLegacyServiceIsTakenOver() async throws {
        let legacy = try DatabaseQueue(path: directory("legacy.db"))
        try await legacy.write { db in
            try db.execute(
                sql: "CREATE TABLE kafka_logs (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT, message TEXT)")
            for message in [#"{"event":"pow","input":{},"result":4,"user":"old","time":1700000000.5}"#, "NaN"] {
                try db.execute(
                    sql: "INSERT INTO kafka_logs (topic, message) VALUES (?, ?)", arguments: ["logs", message])
            }
        }
        try legacy.close()
        let store = try EventStore(path: directory("legacy.db"))
        let found = try await store.events(matching: EventFilter(user: "old", since: 1_700_000_000_000_000), limit: 10)
        #expect(found.map(\.id) == [1])
        #expect(found.first?.time == 1_700_000_000.5)
        let event = Event.sample()
        let position = SourcePosition(topic: "journal", partition: 0, next: 2)
        try await store.record(records([event, event]), position: position)
        #expect(try await store.latestID() == 3)
    }

    @Test func aSecondOwnerIsRefused() throws {
        #expect { try EventStore(path: directory("events.db")) } throws: { ($0 as? StoreError)?.kind == .inUse }
        #expect(FileManager.default.fileExists(atPath: directory("events.lock")))
    }
}

extension EventStore {
    /// Makes the disk full, as far as SQLite can tell.
    fileprivate func limitPages(_ count: Int) async throws {
        try await onWriter { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)") }
    }
}
