import Events
import Testing

@testable import Store

struct HistoryTests {
    private let directory = TemporaryDirectory()
    private let journal: ServiceDatabase

    init() throws {
        journal = try ServiceDatabase(directory: directory.path, durability: .process)
    }

    @Test func anEntryShowsInputAndResultAsTheyWereGiven() async throws {
        var event = Event.sample()
        event.input = Array(#"{"values":["1e400",0.10,null],"text":"é\n"}"#.utf8)
        event.result = Array(#"[0.10,"1/3"]"#.utf8)
        try await journal.append(event)
        #expect(
            try await journal.history(user: "alice", limit: 10).entries == [
                HistoryEntry(
                    id: 1, operation: "add", input: #"{"values":["1e400",0.10,null],"text":"é\n"}"#,
                    result: #"[0.10,"1/3"]"#, timestamp: event.time)
            ])
    }

    @Test func itHoldsOnesOwnAnsweredCalculationsNewestFirst() async throws {
        try await journal.append(.sample(1))
        try await journal.append(.sample(2, user: "bob"))
        try await journal.append(.sample(3, status: 422))
        try await journal.append(.sample(4, kind: .action, name: "login"))
        try await journal.append(.sample(5))
        #expect(try await journal.history(user: "alice", limit: 10).entries.map(\.id) == [5, 1])
        #expect(try await journal.history(user: "bob", limit: 10).entries.map(\.id) == [2])
        #expect(try await journal.history(user: "carol", limit: 10).entries.isEmpty)
    }

    @Test func pagesFollowEachOther() async throws {
        for number in 1...10 { try await journal.append(.sample(number)) }
        var ids: [Int64] = []
        var before: Int64?
        while true {
            let page = try await journal.history(user: "alice", limit: 3, before: before).entries
            guard let last = page.last else { break }
            ids += page.map(\.id)
            before = last.id
        }
        #expect(ids == (1...10).reversed())
    }

    @Test func hidingTakesAnEntryOutOnceAndKeepsTheEvent() async throws {
        for number in 1...3 { try await journal.append(.sample(number)) }
        let event = Event.sample(kind: .action, name: "hide_history")
        #expect(try await journal.hide(entry: 2, of: "alice", event: event))
        #expect(try await journal.history(user: "alice", limit: 10).entries.map(\.id) == [3, 1])
        #expect(try await journal.hide(entry: 2, of: "alice", event: event) == false)
        #expect(
            try await journal.journalEntries(after: 0, limit: 10).map(\.event) == ["add", "add", "add", "hide_history"])
    }

    @Test func nobodyHidesWhatIsNotTheirs() async throws {
        try await journal.append(.sample(1, user: "bob"))
        try await journal.append(.sample(2, kind: .action, name: "login"))
        for entry: Int64 in [1, 2, 3, -1] {
            #expect(try await journal.hide(entry: entry, of: "alice", event: .sample()) == false)
        }
        #expect(journal.lastSequence == 2)
        #expect(try await journal.history(user: "bob", limit: 10).entries.count == 1)
    }
}
