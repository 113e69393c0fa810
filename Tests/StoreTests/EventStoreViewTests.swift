import Foundation
import GRDB
import Testing

@testable import Store

/// SQLite up to 3.51.2 may damage a WAL database that two connections checkpoint at once, so one process alone may.
struct EventStoreViewTests {
    private let directory = TemporaryDirectory()

    private func record(_ number: Int) -> EventRecord {
        EventRecord(
            eventID: "event-\(number)", topic: "logs", place: (0, Int64(number)), user: "alice", event: "add",
            status: 200, time: 1_795_475_996_000_000, message: Array(repeating: UInt8(ascii: "x"), count: 500))
    }

    private func fill(_ store: EventStore, _ numbers: Range<Int>) async throws {
        try await store.record(
            numbers.map(record), position: SourcePosition(topic: "logs", partition: 0, next: Int64(numbers.upperBound)))
    }

    private func files() throws -> [Data] {
        try ["events.db", "events.db-wal"].map { try Data(contentsOf: URL(fileURLWithPath: directory($0))) }
    }

    private func ids(_ view: EventStoreView) async throws -> [String?] {
        try view.refresh()
        return try await view.events(matching: EventFilter(order: .oldestFirst), limit: 1000).map(\.eventID)
    }

    @Test func aViewSeesWhatAnotherConnectionStoresAndIsEmptyBefore() async throws {
        let view = try EventStoreView(path: directory("events.db"))
        #expect(try await ids(view) == [])
        #expect(!view.isOpen && !FileManager.default.fileExists(atPath: directory("events.db")))
        let store = try EventStore(path: directory("events.db"))
        try await fill(store, 0..<3)
        #expect(try await ids(view) == ["event-0", "event-1", "event-2"])
        try await fill(store, 3..<4)
        #expect(try await ids(view).last == "event-3")
        #expect(try await view.extent(topic: "logs").positions == [0: 4])
    }

    @Test(arguments: [true, false], [Database.CheckpointMode.passive, .full, .restart, .truncate])
    func aViewCannotMakeACheckpoint(hasWriterMadeOne: Bool, mode: Database.CheckpointMode) async throws {
        let store = try EventStore(path: directory("events.db"))
        try await fill(store, 0..<200)
        if hasWriterMadeOne { try await store.onWriter { _ = try $0.checkpoint(.passive) } }
        let view = try EventStoreView(path: directory("events.db"))
        try view.refresh()
        let before = try files()
        #expect(before[1].count > 100_000)
        await #expect(throws: StoreError.self) { try await view.read { _ = try $0.checkpoint(mode) } }
        await #expect(throws: StoreError.self) {
            try await view.read { try $0.execute(sql: "DELETE FROM kafka_logs") }
        }
        #expect(try files() == before)
    }

    @Test func theOwnersOwnReadersCannotMakeACheckpointEither() async throws {
        let store = try EventStore(path: directory("events.db"))
        try await fill(store, 0..<200)
        try await store.onWriter { _ = try $0.checkpoint(.passive) }
        let before = try files()
        await #expect(throws: StoreError.self) { try await store.read { _ = try $0.checkpoint(.truncate) } }
        #expect(try files() == before)
    }

    /// As after the end of a consumer by SIGKILL: nobody else has the file open, and its WAL holds what is in no page yet.
    @Test func theLastConnectionLeavesTheWALWhenItOnlyReads() async throws {
        let elsewhere = TemporaryDirectory()
        let store = try EventStore(path: elsewhere("events.db"))
        try await fill(store, 0..<200)
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        for name in ["events.db", "events.db-wal"] {
            try FileManager.default.copyItem(atPath: elsewhere(name), toPath: directory(name))
        }
        let before = try files()
        do {
            let view = try EventStoreView(path: directory("events.db"))
            #expect(try await ids(view).count == 200)
        }
        #expect(try files() == before)
        let again = try EventStore(path: directory("events.db"))
        #expect(try await again.latestID() == 200)
    }

    @Test func aSecondWriterIsRefusedWhileTheFirstOneLives() throws {
        let first = try EventStore(path: directory("events.db"))
        #expect {
            _ = try EventStore(path: directory("events.db"))
        } throws: { error in
            (error as? StoreError)?.message == """
                \(directory("events.db")) is in use by another process (pid \(getpid())): stop it, or choose another \
                directory
                """
        }
        first.close()
        _ = try EventStore(path: directory("events.db"))
    }
}
