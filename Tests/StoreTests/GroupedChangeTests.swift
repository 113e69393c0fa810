import Events
import GRDB
import Testing

@testable import Store

struct GroupedChangeTests {
    private struct Refusal: Error, Equatable {}

    private let directory = TemporaryDirectory()
    private let journal: ServiceDatabase

    init() throws {
        journal = try ServiceDatabase(directory: directory.path, durability: .process)
    }

    private func makeTable() async throws {
        _ = try await journal.write { db in
            try db.execute(sql: "CREATE TABLE t (n INTEGER PRIMARY KEY)")
            return ((), [])
        }
    }

    private func numbers() async throws -> [Int] {
        try await journal.read { try Int.fetchAll($0, sql: "SELECT n FROM t ORDER BY n") }
    }

    @Test func aChangeAndItsEventsCommitTogether() async throws {
        try await makeTable()
        let count = try await journal.write { db in
            try db.execute(sql: "INSERT INTO t VALUES (1), (2)")
            return (db.changesCount, [.sample(1), .sample(2)])
        }
        #expect(count == 2)
        #expect(try await numbers() == [1, 2])
        #expect(journal.lastSequence == 2)
    }

    @Test func aChangeThatThrowsHarmsNobodyElse() async throws {
        try await makeTable()
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<200 {
                group.addTask { [journal] in
                    let change = {
                        try await journal.write { db -> (result: Void, events: [Event]) in
                            try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: [number])
                            if number.isMultiple(of: 3) { throw Refusal() }
                            return ((), [.sample(number)])
                        }
                    }
                    if number.isMultiple(of: 3) {
                        await #expect(throws: Refusal()) { try await change() }
                    } else {
                        try await change()
                    }
                }
                group.addTask { [journal] in try await journal.append(.sample(number)) }
            }
        }
        #expect(try await numbers() == (0..<200).filter { !$0.isMultiple(of: 3) })
        #expect(journal.lastSequence == Int64(200 + (try await numbers()).count))
        #expect(journal.statistics.failures == 0)
    }

    @Test func rowsOfOtherTablesAreNotTakenForEvents() async throws {
        try await makeTable()
        try await journal.append(.sample(1))
        try await withThrowingDiscardingTaskGroup { group in
            for number in 2...50 {
                group.addTask { [journal] in try await journal.append(.sample(number)) }
                group.addTask { [journal] in
                    try await journal.write { db -> (result: Void, events: [Event]) in
                        try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: [1000 + number])
                        return ((), [])
                    }
                }
            }
        }
        #expect(journal.lastSequence == 50)
    }

    @Test func aBrokenConstraintIsItsCallersOwnError() async throws {
        try await makeTable()
        let insert = { [journal] in
            try await journal.write { db -> (result: Void, events: [Event]) in
                try db.execute(sql: "INSERT INTO t VALUES (1)")
                return ((), [.sample()])
            }
        }
        try await insert()
        await #expect { try await insert() } throws: {
            ($0 as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
        }
        #expect(journal.lastSequence == 1)
    }

    @Test func readersCannotWrite() async throws {
        await #expect {
            try await journal.read { db in try db.execute(sql: "DELETE FROM journal") }
        } throws: {
            ($0 as? StoreError)?.kind == .readOnly
        }
    }

    @Test func readersNeverCheckpoint() async throws {
        for number in 0..<50 { try await journal.append(.sample(number)) }
        #expect(try await journal.read { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") } == 0)
        await #expect(throws: StoreError.self) {
            try await journal.read { db in
                let frames = try db.checkpoint(.truncate)
                Issue.record("a reader has checkpointed \(frames)")
            }
        }
    }
}
