import Events
import Foundation
import Testing

@testable import Store

/// A journal that has lost what the event store has of it.
struct JournalGapTests {
    private let directory = TemporaryDirectory()

    private func journal(_ name: String = "service") throws -> ServiceDatabase {
        try ServiceDatabase(directory: directory(name), durability: .process)
    }

    private func store() throws -> EventStore {
        try EventStore(path: directory("events.db"))
    }

    private func append(_ count: Int, every seconds: Int64 = 0, to journal: ServiceDatabase) async throws {
        let now = Event.now()
        for number in 0..<count {
            try await journal.append(.sample(number, time: now + Int64(number) * seconds * 1_000_000))
        }
    }

    /// As the recorder does.
    private func carry(_ journal: ServiceDatabase, to store: EventStore) async throws {
        let entries = try await journal.journalEntries(after: 0, limit: 10_000)
        try await store.record(
            entries.map { EventRecord($0, topic: "logs") },
            position: SourcePosition(topic: SourcePosition.journal, partition: 0, next: journal.lastSequence + 1))
    }

    /// The journal as a copy of it was after `early` events, and a store that has `late` more.
    private func older(
        early: Int, late: Int, every seconds: Int64 = 0
    ) async throws -> (journal: ServiceDatabase, store: EventStore) {
        let first = try journal()
        try await append(early, to: first)
        first.close()
        try FileManager.default.copyItem(atPath: directory("service"), toPath: directory("copy"))
        let (again, store) = (try journal(), try store())
        try await append(late, every: seconds, to: again)
        try await carry(again, to: store)
        again.close()
        return (try journal("copy"), store)
    }

    @Test func aStoreThatIsBehindOrEvenHasNoGap() async throws {
        let (journal, store) = (try journal(), try store())
        #expect(try await store.gap(to: journal) == nil)
        try await append(5, to: journal)
        #expect(try await store.gap(to: journal) == nil)
        try await carry(journal, to: store)
        journal.close()
        let again = try self.journal()
        #expect(try await store.gap(to: again) == nil)
        try await append(5, to: again)
        again.close()
        #expect(try await store.gap(to: try self.journal()) == nil)
    }

    @Test func aJournalThatIsGoneIsAGapOfAll() async throws {
        let (journal, store) = (try journal(), try store())
        try await append(5, to: journal)
        try await carry(journal, to: store)
        journal.close()
        #expect(
            try await store.gap(to: try self.journal("new")) == JournalGap(events: 5, common: nil, seconds: 0))
    }

    @Test func anOlderCopyLacksWhatHasComeSince() async throws {
        let (journal, store) = try await older(early: 5, late: 3, every: 200)
        let gap = try #require(try await store.gap(to: journal))
        #expect((gap.events, gap.common) == (3, 5))
        #expect(!gap.isOfPowerLoss)
    }

    @Test func aFewEventsOfAMomentMayBeALossOfPowerButNeverAllThereWere() async throws {
        let (journal, store) = try await older(early: 5, late: 3)
        #expect(try await store.gap(to: journal)?.isOfPowerLoss == true)
        #expect(try await store.gap(to: try self.journal("new"))?.isOfPowerLoss == false)
    }

    @Test func anotherServicesJournalIsAGapHoweverLongItIs() async throws {
        let (journal, store) = (try journal(), try store())
        try await append(5, to: journal)
        try await carry(journal, to: store)
        let other = try self.journal("other")
        try await append(20, to: other)
        other.close()
        #expect(try await store.gap(to: try self.journal("other"))?.events == 5)
    }

    @Test func eventsOfATopicAreAGapOnlyBesideAnEmptyJournal() async throws {
        let (journal, store) = (try journal(), try store())
        let event = Event.sample()
        let record = EventRecord(
            eventID: event.id.description, topic: "logs", place: (0, 7), user: "alice", event: "add", status: 200,
            time: event.time, message: event.message())
        try store.record(StoreBatch(records: [record], positions: []))
        #expect(try await store.gap(to: journal)?.events == 1)
        try await append(1, to: journal)
        journal.close()
        #expect(try await store.gap(to: try self.journal()) == nil)
    }

    @Test(arguments: [("logs/0/7", 200), ("foreign-1", 200), (EventID.next().description, nil)] as [(String, Int?)])
    func whatOthersHavePutOnTheTopicIsNoGap(id: String, status: Int?) async throws {
        let (journal, store) = (try journal(), try store())
        let record = EventRecord(
            eventID: id, topic: "logs", place: (0, 7), user: "alice", event: "add", status: status, time: 1,
            message: Array("{}".utf8))
        try store.record(StoreBatch(records: [record], positions: []))
        #expect(try await store.gap(to: journal) == nil)
    }
}
