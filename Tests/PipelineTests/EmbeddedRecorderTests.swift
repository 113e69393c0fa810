import Events
import Foundation
import GRDB
import Logging
import MockCluster
import ServiceLifecycle
import ServiceLifecycleTestKit
import Store
import Testing

@testable import Pipeline

struct EmbeddedRecorderTests {
    private let directory = RecorderDirectory()
    private let feed = EventFeed()

    private func event(_ number: Int) -> Event {
        Event(
            kind: .calculation, name: "add", input: Array("{}".utf8), user: "user\(number % 5)", status: 200,
            durationMicroseconds: number, requestID: "\(number)")
    }

    private func append(_ numbers: Range<Int>, to journal: ServiceDatabase) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for number in numbers { group.addTask { try await journal.append(event(number)) } }
        }
    }

    private func recorder(_ journal: ServiceDatabase, _ store: EventStore, _ log: LogLines = LogLines())
        -> EmbeddedRecorder
    {
        EmbeddedRecorder(journal: journal, store: store, feed: feed, topic: "logs", logger: log.logger)
    }

    /// Both hold the same events in the same order.
    private func expectCarried(_ journal: ServiceDatabase, _ store: EventStore) async throws {
        let expected = try await journal.journalEntries(after: 0, limit: .max).map(\.eventID.description)
        let stored = try await store.events(matching: EventFilter(order: .oldestFirst), limit: 1_000_000)
        #expect(stored.map(\.eventID) == expected)
        #expect(journal.pendingEvents == 0)
    }

    @Test func everyEventReachesTheStoreOnceAndInOrder() async throws {
        let (journal, store) = (try directory.journal(), try directory.store())
        try await append(0..<100, to: journal)
        let running = Task { try await recorder(journal, store).run() }
        try await append(100..<3000, to: journal)
        #expect(await feed.catchUp(to: 3000, within: .seconds(60)))
        try await expectCarried(journal, store)
        #expect(await feed.waitForChange(after: 2999, within: .zero))
        running.cancel()
        try await running.value
    }

    @Test func aStoreThatHasMoreThanTheJournalSkipsNothingThatComes() async throws {
        let (journal, store) = (try directory.journal(), try directory.store())
        try await store.record([], position: SourcePosition(topic: "journal", partition: 0, next: 1001))
        // Told to stop before it begins, it carries nothing: what it knows must be written down all the same.
        try await recorder(journal, store).runAndStop()
        #expect(try await store.position(topic: "journal", partition: 0) == 1)
        try await append(0..<10, to: journal)
        journal.close()
        let again = try directory.journal()
        let running = Task { try await recorder(again, store).run() }
        #expect(await feed.catchUp(to: 10, within: .seconds(60)))
        running.cancel()
        try await running.value
        try await expectCarried(again, store)
    }

    @Test func aRecorderThatDiesLosesAndDoublesNothing() async throws {
        let (journal, store) = (try directory.journal(), try directory.store())
        for round in 0..<10 {
            let running = Task { try await recorder(journal, store).run() }
            try await append(round * 200..<(round + 1) * 200, to: journal)
            await feed.catchUp(to: Int64.random(in: 0...Int64((round + 1) * 200)), within: .seconds(60))
            running.cancel()
            try await running.value
        }
        let last = Task { try await recorder(journal, store).run() }
        #expect(await feed.catchUp(to: 2000, within: .seconds(60)))
        try await expectCarried(journal, store)
        last.cancel()
        try await last.value
    }

    @Test func gracefulShutdownCarriesWhatIsLeft() async throws {
        let (journal, store) = (try directory.journal(), try directory.store())
        try await testGracefulShutdown { trigger in
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { try await recorder(journal, store).run() }
                try await append(0..<2500, to: journal)
                trigger.triggerGracefulShutdown()
            }
        }
        try await expectCarried(journal, store)
    }

    @Test func aStoreThatIsFullIsTriedAgainAndLogsTwoLines() async throws {
        let (journal, store, log) = (try directory.journal(), try directory.store(), LogLines())
        try await store.onWriter { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1") }
        let running = Task { try await recorder(journal, store, log).run() }
        try await append(0..<500, to: journal)
        while log.lines.isEmpty { await Task.yield() }
        #expect(journal.pendingEvents == 500)
        try await store.onWriter { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1000000") }
        #expect(await feed.catchUp(to: 500, within: .seconds(60)))
        try await expectCarried(journal, store)
        running.cancel()
        try await running.value
        #expect(
            log.lines == [
                """
                Events wait in the journal, retrying: The disk of \(directory.path)/events.db is full: free some space
                """,
                "Events are carried on again",
            ])
    }

    @Test func aNewStoreIsFilledFromTheWholeJournal() async throws {
        let journal = try directory.journal()
        try await append(0..<1500, to: journal)
        let store = try directory.store()
        let running = Task { try await recorder(journal, store).run() }
        #expect(await feed.catchUp(to: 1500, within: .seconds(60)))
        try await expectCarried(journal, store)
        running.cancel()
        try await running.value
    }

    @Test func aJournalThatLostItsEndIsStillCarriedWhole() async throws {
        let (journal, store) = (try directory.journal(), try directory.store())
        // The store has seen more of a journal than is left of it.
        try await store.record([], position: SourcePosition(topic: "journal", partition: 0, next: 1000))
        try await append(0..<20, to: journal)
        let running = Task { try await recorder(journal, store).run() }
        #expect(await feed.catchUp(to: 20, within: .seconds(60)))
        try await expectCarried(journal, store)
        running.cancel()
        try await running.value
    }

    @Test func pausesGrowToALimitAndBeginAgain() {
        var pause = RetryPause()
        for expected in [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000] {
            let range = Duration.milliseconds(expected * 8 / 10)...Duration.milliseconds(expected * 12 / 10)
            #expect(range.contains(pause.next()))
        }
        pause.reset()
        #expect(pause.next() <= .milliseconds(120))
    }
}

extension EmbeddedRecorder {
    /// Runs until it has found out where to begin.
    fileprivate func runAndStop() async throws {
        try await testGracefulShutdown { trigger in
            trigger.triggerGracefulShutdown()
            try await run()
        }
    }
}
