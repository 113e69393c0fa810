import Accounts
import Foundation
import Testing

@Suite struct HashingPoolTests {
    @Test func oneMoreThanTheQueueHoldsIsRefused() async throws {
        let pool = HashingPool(threads: 1, queueLimit: 2)
        let gate = DispatchSemaphore(value: 0)
        let (started, start) = AsyncStream<Void>.makeStream()
        async let first = pool.run {
            start.yield()
            gate.wait()
            return 1
        }
        var signals = started.makeAsyncIterator()
        _ = await signals.next()
        // The thread is taken; of three more, two may wait.
        let outcomes = try await withThrowingTaskGroup { group in
            for _ in 0..<3 {
                group.addTask { try await refusal { try await pool.run {} } }
            }
            let refused = try await group.next() ?? nil
            gate.signal()
            return try await group.reduce(into: [refused]) { $0.append($1) }
        }
        #expect(outcomes == [.overloaded, nil, nil])
        #expect(try await first == 1)
        #expect(try await pool.run { 2 } == 2)
        #expect(AccountError.overloaded.status == 503)
        #expect(AccountError.overloaded.retryAfter == 1)
    }

    @Test func errorsComeThrough() async throws {
        let pool = HashingPool(threads: 1, queueLimit: 2)
        #expect(try await refusal { try await pool.run { throw AccountError.notFound } } == .notFound)
    }
}
