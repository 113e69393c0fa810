import Events
import Foundation
import GRDB
import Testing

@testable import Store

struct JournalTests {
    private let directory = TemporaryDirectory()

    private func open(_ durability: Durability = .process) throws -> ServiceDatabase {
        try ServiceDatabase(directory: directory.path, durability: durability)
    }

    @Test(arguments: Durability.allCases)
    func manyWhoWaitShareFewCommits(_ durability: Durability) async throws {
        let journal = try open(durability)
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<2000 { group.addTask { try await journal.append(.sample(number)) } }
        }
        let statistics = journal.statistics
        #expect(statistics.events == 2000)
        #expect(statistics.commits <= 1000)
        #expect(statistics.failures == 0)
        let entries = try await journal.journalEntries(after: 0, limit: 3000)
        #expect(entries.map(\.sequence) == Array(1...2000))
        #expect(Set(entries.map(\.eventID)).count == 2000)
        #expect(journal.lastSequence == 2000)
    }

    @Test func anEntryHasEverythingOfItsEvent() async throws {
        let journal = try open()
        var event = Event.sample(7, name: "œuvre", user: "a user with a long name, é", status: 422)
        event.code = "domain"
        try await journal.append(event)
        #expect(
            try await journal.journalEntries(after: 0, limit: 10) == [
                JournalEntry(
                    sequence: 1, eventID: event.id, user: event.user, event: event.name, status: 422, time: event.time,
                    message: event.message())
            ])
    }

    @Test func namesMayBeEmptyOrHoldZeroBytes() async throws {
        let journal = try open()
        try await journal.append(.sample(name: "", user: ""))
        try await journal.append(.sample(name: "a\0b", user: "\0"))
        let entries = try await journal.journalEntries(after: 0, limit: 10)
        #expect(entries.map(\.event) == ["", "a\0b"])
        #expect(entries.map(\.user) == ["", "\0"])
    }

    @Test func eventsOfOneTaskKeepTheirOrder() async throws {
        let journal = try open()
        try await withThrowingDiscardingTaskGroup { group in
            for user in 0..<20 {
                group.addTask {
                    for number in 0..<50 { try await journal.append(.sample(number, user: "user\(user)")) }
                }
            }
        }
        let entries = try await journal.journalEntries(after: 0, limit: 1000)
        for (_, own) in Dictionary(grouping: entries, by: \.user) {
            #expect(zip(own, own.dropFirst()).allSatisfy { $0.eventID < $1.eventID })
        }
    }

    @Test func entriesComeInPagesAfterASequence() async throws {
        let journal = try open()
        for number in 0..<10 { try await journal.append(.sample(number)) }
        #expect(try await journal.journalEntries(after: 3, limit: 4).map(\.sequence) == [4, 5, 6, 7])
        #expect(try await journal.journalEntries(after: 10, limit: 4).isEmpty)
    }

    @Test func whoWaitsForEntriesIsTold() async throws {
        let journal = try open()
        async let waiting: Void = journal.waitForEntries(after: 1)
        try await journal.append(.sample())
        try await journal.append(.sample())
        await waiting
        await journal.waitForEntries(after: 1)
        #expect(journal.lastSequence == 2)
        #expect(journal.pendingEvents == 2)
        journal.markCarried(through: 1, bytes: 0)
        #expect(journal.pendingEvents == 1)
    }

    @Test func whatWasAcknowledgedIsThereAfterReopening() async throws {
        let journal = try open()
        for number in 0..<100 { try await journal.append(.sample(number)) }
        journal.close()
        journal.close()
        let again = try open()
        #expect(again.sequenceAtOpening == 100)
        try await again.append(.sample(100))
        #expect(again.lastSequence == 101)
    }

    @Test func aCrashAtAnyMomentKeepsWhatWasAcknowledged() async throws {
        let journal = try open()
        let acknowledged = Acknowledged()
        try await withThrowingTaskGroup { group in
            for worker in 0..<8 {
                group.addTask {
                    for number in 0..<40 {
                        let event = Event.sample(number, user: "user\(worker)")
                        try await journal.append(event)
                        await acknowledged.add(event.id)
                    }
                }
            }
            // What a process that is killed leaves behind: the file as it is, and the WAL up to some point.
            for image in 0..<5 {
                while await acknowledged.ids.count < 40 * (image + 1) { await Task.yield() }
                let before = await acknowledged.ids
                let copy = directory("copy\(image)")
                try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
                for suffix in ["", "-wal"] {
                    try FileManager.default.copyItem(
                        atPath: directory("service.db\(suffix)"), toPath: copy + "/service.db\(suffix)")
                }
                let recovered = try ServiceDatabase(directory: copy, durability: .power)
                let entries = try await recovered.journalEntries(after: 0, limit: 1000)
                #expect(before.isSubset(of: entries.map(\.eventID)))
                #expect(Set(entries.map(\.eventID)).count == entries.count)
            }
            try await group.waitForAll()
        }
    }

    @Test func nothingIsAcceptedAfterClosing() async throws {
        let journal = try open()
        try await journal.append(.sample())
        journal.close()
        await #expect { try await journal.append(.sample()) } throws: { ($0 as? StoreError)?.kind == .closed }
        await #expect { try await journal.journalEntries(after: 0, limit: 1) } throws: {
            ($0 as? StoreError)?.kind == .closed
        }
        await journal.waitForEntries(after: 100)
    }

    @Test func closingCommitsWhatWaits() async throws {
        let journal = try open()
        let outcomes = await withTaskGroup { group in
            for number in 0..<500 {
                group.addTask { (try? await journal.append(.sample(number))) != nil }
            }
            group.addTask {
                journal.close()
                return false
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(try open().sequenceAtOpening == Int64(outcomes))
    }
}

private actor Acknowledged {
    private(set) var ids: Set<EventID> = []

    func add(_ id: EventID) { ids.insert(id) }
}
