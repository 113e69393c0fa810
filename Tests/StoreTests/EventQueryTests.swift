import Events
import GRDB
import Testing

@testable import Store

struct EventQueryTests {
    private let directory = TemporaryDirectory()
    private let store: EventStore
    /// Of three users in turn and two kinds in turn, a second apart, with times that are not quite in order.
    private let events = (0..<60).map { number in
        Event.sample(
            number, name: number.isMultiple(of: 2) ? "add" : "gcd", user: ["alice", "bob", "carol"][number % 3],
            time: Int64(number ^ 1) * 1_000_000)
    }

    init() async throws {
        store = try EventStore(path: directory("events.db"))
        let records = events.map { event in
            EventRecord(
                JournalEntry(
                    sequence: 1, eventID: event.id, user: event.user, event: event.name, status: event.status,
                    time: event.time, message: event.message()), topic: "logs")
        }
        try await store.record(records, position: SourcePosition(topic: "journal", partition: 0, next: 61))
    }

    private static let filters = [
        EventFilter(), EventFilter(user: "bob"), EventFilter(event: "gcd"), EventFilter(user: "bob", event: "gcd"),
        EventFilter(since: 10_000_000), EventFilter(until: 20_000_000),
        EventFilter(since: 10_000_000, until: 20_000_000), EventFilter(user: "carol", since: 33_000_000),
        EventFilter(user: "nobody"), EventFilter(since: 100_000_000), EventFilter(until: 0),
        EventFilter(after: 50), EventFilter(user: "alice", before: 20, after: 5),
    ]

    private func expected(_ filter: EventFilter) -> [Int64] {
        let ids = events.indices.filter { index in
            let (event, id) = (events[index], Int64(index + 1))
            return filter.user ?? event.user == event.user && filter.event ?? event.name == event.name
                && event.time >= filter.since ?? .min && event.time < filter.until ?? .max
                && id < filter.before ?? .max && id > filter.after ?? .min
        }
        let oldestFirst = ids.map { Int64($0 + 1) }
        return filter.order == .newestFirst ? oldestFirst.reversed() : oldestFirst
    }

    @Test(arguments: filters, [EventFilter.Order.newestFirst, .oldestFirst])
    func filtersFindWhatTheySay(_ filter: EventFilter, order: EventFilter.Order) async throws {
        var filter = filter
        filter.order = order
        #expect(try await store.events(matching: filter, limit: 1000).map(\.id) == expected(filter))
        #expect(try await store.events(matching: filter, limit: 3).map(\.id) == Array(expected(filter).prefix(3)))
        var exported: [Int64] = []
        for try await page in store.pages(matching: filter, size: .init(events: 7, bytes: .max), writing: Self.id) {
            #expect(1...7 ~= page.count)
            exported += page.ids
        }
        #expect(exported == expected(filter))
    }

    @Test(arguments: [1, 5, 11, 60, 61, 1000])
    func aPageHasNoMoreBytesThanItMayAndTheNextGoesOn(bytes: Int) async throws {
        var (ids, before): ([Int64], Int64?) = ([], nil)
        while true {
            let page = try await store.page(
                matching: EventFilter(before: before), size: .init(events: 50, bytes: bytes), writing: Self.id)
            #expect(page.text.count <= bytes || page.count == 1)
            #expect(page.lastID == page.ids.last)
            ids += page.ids
            before = page.lastID
            if page.isLast { break }
        }
        #expect(ids == expected(EventFilter()))
    }

    @Test(arguments: [1, 7, 59, 60, 61])
    func anExportOfSoManyEndsThere(limit: Int) async throws {
        var ids: [Int64] = []
        let pages = store.pages(
            matching: EventFilter(), limit: limit, size: .init(events: 7, bytes: 16), writing: Self.id)
        for try await page in pages { ids += page.ids }
        #expect(ids == Array(expected(EventFilter()).prefix(limit)))
    }

    @Test func whatIsNoTextIsMadeTextWhereItIsRead() async throws {
        try await store.onWriter { db in
            try db.execute(sql: "DELETE FROM kafka_logs WHERE id > 3")
            try db.execute(sql: "UPDATE kafka_logs SET message = CAST(x'41ff42' AS TEXT) WHERE id = 1")
            try db.execute(sql: "UPDATE kafka_logs SET message = NULL WHERE id = 2")
            try db.execute(sql: "UPDATE kafka_logs SET message = 12.5 WHERE id = 3")
        }
        let page = try await store.page(
            matching: EventFilter(order: .oldestFirst), size: .init(events: 10, bytes: .max)
        ) { row, text in
            row.withMessage { text += $0 }
            text += "|".utf8
        }
        #expect(String(validating: page.text, as: UTF8.self) == "A\u{FFFD}B||12.5|")
    }

    private static let id: EventPage.Writing = { row, text in text += "\(row.id) ".utf8 }

    @Test func noQuestionReadsTheWholeTable() async throws {
        for filter in Self.filters where filter != EventFilter() {
            let plans = try await store.plans(of: filter)
            #expect(
                plans.allSatisfy { !$0.hasPrefix("SCAN kafka_logs") && !$0.contains("TEMP B-TREE") },
                "\(filter): \(plans)")
        }
    }
}

struct TimeBlocksTests {
    private let directory = TemporaryDirectory()

    @Test func blocksCoverEveryEventHoweverItsBatchesFall() async throws {
        let store = try EventStore(path: directory("events.db"))
        var next: Int64 = 1
        for (batch, size) in [1, 1, 700, 1, 299, 5, 1000, 2000, 1].enumerated() {
            let records = (0..<size).map { number in
                let event = Event.sample(time: Int64(batch * 100 + number) * 1_000_000)
                return EventRecord(
                    JournalEntry(
                        sequence: 1, eventID: event.id, user: event.user, event: event.name, status: event.status,
                        time: event.time, message: []), topic: "logs")
            }
            next += Int64(size)
            try await store.record(records, position: SourcePosition(topic: "journal", partition: 0, next: next))
        }
        let (blocks, wrong) = try await store.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM time_blocks"),
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM kafka_logs WHERE (
                            SELECT count(*) FROM time_blocks
                            WHERE id BETWEEN first_id AND last_id AND time BETWEEN earliest AND latest) <> 1
                        """)
            )
        }
        #expect(wrong == 0)
        #expect(try #require(blocks) <= 6)
    }
}

extension EventStore {
    /// How SQLite would go about the queries of a filter.
    fileprivate func plans(of filter: EventFilter) async throws -> [String] {
        try await read { db in
            nonisolated(unsafe) var queries: [String] = []
            // With the arguments in it, so that it can be explained as it is.
            db.trace { event in
                if case .statement(let statement) = event { queries.append(statement.expandedSQL) }
            }
            let window = try filter.window(db) ?? 1...1
            _ = try filter.rows(db, in: window, limit: 10)
            db.trace(options: [])
            return try queries.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            }
        }
    }
}

extension EventPage {
    fileprivate var ids: [Int64] {
        String(decoding: text, as: UTF8.self).split(separator: " ").compactMap { Int64($0) }
    }
}
