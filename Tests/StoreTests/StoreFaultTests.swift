import Events
import Foundation
import GRDB
import Testing

@testable import Store

struct StoreFaultTests {
    private let directory = TemporaryDirectory()

    private func open() throws -> ServiceDatabase {
        try ServiceDatabase(directory: directory.path, durability: .process)
    }

    private func error(_ body: () throws -> Void) -> StoreError? {
        do {
            try body()
            return nil
        } catch {
            return error as? StoreError
        }
    }

    private func kind(_ body: () async throws -> Void) async -> StoreError.Kind? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? StoreError)?.kind
        }
    }

    @Test func aSecondOwnerIsRefusedByName() throws {
        let first = try open()
        let refusal = try #require(error { _ = try open() })
        #expect(refusal.kind == .inUse)
        #expect(
            refusal.message == """
                \(directory("service.db")) is in use by another process (pid \(getpid())): stop it, or choose another \
                directory
                """)
        first.close()
        _ = try open()
    }

    @Test func everythingIsForItsOwnerOnly() throws {
        let journal = try open()
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(directory.path) == 0o700)
        for name in ["service.db", "service.db-wal", "service.db-shm", "service.lock"] {
            #expect(try mode(directory(name)) == 0o600)
        }
        journal.close()
    }

    @Test func aFullDiskRefusesAllAndRecoversByItself() async throws {
        let journal = try open()
        for number in 0..<20 { try await journal.append(.sample(number)) }
        let limit = try await journal.write { db -> (result: Int, events: [Event]) in
            (try Int.fetchOne(db, sql: "PRAGMA max_page_count") ?? 0, [])
        }
        _ = try await journal.write { db -> (result: Int?, events: [Event]) in
            (try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1"), [])
        }
        let acknowledged = await withTaskGroup { group in
            for number in 0..<2000 {
                group.addTask {
                    do throws(StoreError) {
                        try await journal.append(.sample(number))
                        return true
                    } catch {
                        #expect(error.kind == .diskFull)
                        #expect(error.message.contains("service.db is full"))
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(acknowledged < 2000)
        #expect(journal.statistics.failures > 0)
        #expect(journal.lastSequence == Int64(20 + acknowledged))
        _ = try await journal.write { db -> (result: Int?, events: [Event]) in
            (try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(limit)"), [])
        }
        try await journal.append(.sample())
        #expect(try await journal.journalEntries(after: 0, limit: 5000).count == 21 + acknowledged)
        #expect(try await journal.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }

    @Test func aForeignLockIsWaitedForAndThenReported() async throws {
        let journal = try open()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let foreign = try DatabaseQueue(path: directory("service.db"), configuration: configuration)
        try await foreign.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let first = Task { await kind { try await journal.append(.sample(1)) } }
        // Comes while the first waits, for seconds, and waits with it.
        try await Task.sleep(for: .milliseconds(200))
        let second = await kind { try await journal.append(.sample(2)) }
        #expect(await first.value == .locked)
        #expect(second == .locked)
        #expect(journal.statistics.failures == 1)

        async let appended: Void = journal.append(.sample())
        try await foreign.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await appended
        #expect(journal.lastSequence == 1)
        try foreign.close()
    }

    @Test func whatHasPassedIsFoundOutWithoutAnybodyWriting() async throws {
        let journal = try open()
        try await journal.append(.sample(1))
        try FileManager.default.moveItem(atPath: directory("service.db"), toPath: directory("away.db"))
        #expect(await kind { try await journal.append(.sample(2)) } == .vanished)
        #expect(journal.statistics.lastFailure?.kind == .vanished)
        try FileManager.default.moveItem(atPath: directory("away.db"), toPath: directory("service.db"))
        while journal.statistics.lastFailure != nil { try await Task.sleep(for: .milliseconds(20)) }
        #expect(journal.statistics.failures == 1)
    }

    @Test func theLogAndItsIndexStayWhenAFileIsClosed() throws {
        try open().close()
        for (name, isEmpty) in [("service.db-wal", true), ("service.db-shm", false)] {
            let size = try FileManager.default.attributesOfItem(atPath: directory(name))[.size] as? Int
            #expect((size == 0) == isEmpty)
        }
    }

    @Test func aFileThatWasRemovedIsNoticed() async throws {
        let journal = try open()
        try await journal.append(.sample())
        try FileManager.default.moveItem(atPath: directory("service.db"), toPath: directory("away.db"))
        await #expect { try await journal.append(.sample()) } throws: { ($0 as? StoreError)?.kind == .vanished }
        try FileManager.default.moveItem(atPath: directory("away.db"), toPath: directory("service.db"))
        try await journal.append(.sample())
    }

    @Test(arguments: [0, 1, 2])
    func aDamagedFileIsRefusedInOneLine(page: Int) async throws {
        let journal = try open()
        for number in 0..<200 { try await journal.append(.sample(number)) }
        journal.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: directory("service.db")))
        bytes.replaceSubrange(
            page * 4096..<(page + 1) * 4096, with: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) })
        try bytes.write(to: URL(fileURLWithPath: directory("service.db")))
        let refusal = try #require(error { _ = try open() })
        #expect(refusal.kind == .corrupt)
        #expect(!refusal.message.contains("\n"))
        #expect(refusal.message.contains(directory("service.db")))
    }

    @Test func aLargeFileIsCheckedAtItsEndsAndRefusedWhenOneIsDamaged() async throws {
        let journal = try open()
        _ = try await journal.write { db -> (result: Void, events: [Event]) in
            try db.execute(
                sql: """
                    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 6000)
                    INSERT INTO journal (event_id, user, event, status, time, in_history, message)
                    SELECT zeroblob(16), 'alice', 'add', 200, n, 1, hex(zeroblob(1500)) FROM numbers
                    """)
            return ((), [])
        }
        journal.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: directory("service.db")))
        #expect(try file.seekToEnd() > 16 << 20)
        let sound = try open()
        #expect(sound.sequenceAtOpening == 6000)
        try await sound.append(.sample())
        sound.close()
        let table = try await rootPage(of: "journal")
        try file.seek(toOffset: UInt64(table - 1) * 4096)
        try file.write(contentsOf: Data(repeating: 0xff, count: 4096))
        try file.close()
        #expect(error { _ = try open() }?.kind == .corrupt)
    }

    private func rootPage(of table: String) async throws -> Int {
        let queue = try DatabaseQueue(path: directory("service.db"))
        defer { try? queue.close() }
        let page = try await queue.read { db in
            try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
        }
        return try #require(page)
    }

    @Test func aNewerVersionsFileIsRefusedUntouched() async throws {
        try open().close()
        let other = try DatabaseQueue(path: directory("service.db"))
        try await other.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')") }
        try other.close()
        let refusal = try #require(error { _ = try open() })
        #expect(refusal.kind == .newerVersion)
        #expect(refusal.message.contains("newer version"))
    }

    @Test func aPlaceWhereNothingCanBeMadeIsRefused() throws {
        try Data().write(to: URL(fileURLWithPath: directory.path))
        let refusal = try #require(error { _ = try open() })
        #expect(refusal.kind == .readOnly)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
    func aReadOnlyFileIsRefused() throws {
        try open().close()
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: directory("service.db"))
        #expect(error { _ = try open() }?.kind == .readOnly)
    }
}
