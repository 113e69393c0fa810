import Foundation
import Testing

@testable import Store

/// Files that have lost a part of themselves while nobody had them open.
struct FileLengthTests {
    private let directory = TemporaryDirectory()

    private func open() throws -> ServiceDatabase {
        try ServiceDatabase(directory: directory.path, durability: .process)
    }

    private func fill(_ count: Int) async throws {
        let journal = try open()
        for number in 0..<count { try await journal.append(.sample(number)) }
        journal.close()
    }

    private func contents(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: directory(name)))
    }

    private func write(_ data: Data, to name: String) throws {
        try data.write(to: URL(filePath: directory(name)))
    }

    private func expectRefusal(_ name: String, _ body: () throws -> Void) {
        let refusal = #expect(throws: StoreError.self, performing: body)
        #expect(refusal?.kind == .corrupt)
        #expect(
            refusal?.message == """
                \(directory(name)) is cut short, parts of it are missing: put a backup in its place (math restore), or \
                move it away
                """)
    }

    @Test(arguments: [1, 50, 4095, 4096, 40_960])
    func aFileThatLacksItsEndIsRefused(missing: Int) async throws {
        try await fill(200)
        try write(try contents("service.db").dropLast(missing), to: "service.db")
        expectRefusal("service.db") { _ = try open() }
    }

    @Test func aFileThatIsLeftWithLessThanItsHeaderIsRefused() async throws {
        try await fill(1)
        try write(try contents("service.db").prefix(60), to: "service.db")
        expectRefusal("service.db") { _ = try open() }
    }

    @Test func anEventStoreThatLacksItsEndIsRefused() throws {
        try EventStore(path: directory("events.db")).close()
        try write(try contents("events.db").dropLast(4096), to: "events.db")
        expectRefusal("events.db") { _ = try EventStore(path: directory("events.db")) }
    }

    @Test func anEmptiedFileBesideALogWithContentIsRefused() async throws {
        let journal = try open()
        for number in 0..<10 { try await journal.append(.sample(number)) }
        let log = try contents("service.db-wal")
        journal.close()
        try write(Data(), to: "service.db")
        try write(log, to: "service.db-wal")
        expectRefusal("service.db") { _ = try open() }
    }

    /// A process that ends while it moves pages out of the log leaves a file that says it is longer than it is.
    @Test func aFileWhoseMissingPagesAreInItsLogIsWhole() async throws {
        try await fill(10)
        let before = try contents("service.db")
        let journal = try open()
        for number in 10..<200 { try await journal.append(.sample(number)) }
        let log = try contents("service.db-wal")
        journal.close()
        let after = try contents("service.db")
        #expect(after.count > before.count)
        try write(after.prefix(4096) + before.dropFirst(4096), to: "service.db")
        try write(log, to: "service.db-wal")
        let again = try open()
        #expect(again.sequenceAtOpening == 200)
        #expect(try await again.journalEntries(after: 0, limit: 1000).count == 200)
        again.close()
    }

    @Test func aFileWhoseMissingPagesAreNowhereIsLookedThroughAndRefused() async throws {
        try await fill(200)
        let whole = try contents("service.db")
        let journal = try open()
        try await journal.append(.sample())
        let log = try contents("service.db-wal")
        journal.close()
        try write(whole.dropLast(81_920), to: "service.db")
        try write(log, to: "service.db-wal")
        let refusal = #expect(throws: StoreError.self) { _ = try open() }
        #expect(refusal?.kind == .corrupt)
    }
}
