import Testing

@testable import Workers

/// Who comes next, and who gives way, when many ask for calculations.
@Suite(.timeLimit(.minutes(1))) struct JobQueueTests {
    /// A client whose job waits; true when it was done, false when it was refused.
    private typealias Client = Task<Bool, Never>

    private func queue(_ capacity: Int) -> JobQueue { JobQueue(capacity: capacity, timeLimit: .seconds(2)) }

    /// Adds a job of a user.
    @discardableResult
    private func add(_ user: String, to queue: JobQueue, patience: Duration = .seconds(600)) async -> Client {
        let (added, signal) = AsyncStream.makeStream(of: Never.self)
        let client = Client {
            let outcome = try? await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<[CalculationReply], any Error>) in
                queue.add(
                    WaitingJob(
                        job: .expressions(["1"], precision: 20), user: user, patience: .now + patience,
                        continuation: continuation))
                signal.finish()
            }
            return outcome != nil
        }
        for await _ in added {}
        return client
    }

    /// Takes the next job and is done with it, after so long.
    @discardableResult
    private func work(_ queue: JobQueue, _ lane: Lane = .general, took: Duration = .seconds(1)) throws -> String {
        let job = try #require(queue.next(lane))
        queue.finished(job, lane, took: took)
        job.continuation.resume(returning: [])
        return job.user
    }

    @Test func nobodyTakesMoreThanHalfOfTheRoom() async throws {
        let queue = queue(8)
        var clients: [Client] = []
        for _ in 0..<5 { clients.append(await add("alice", to: queue)) }
        #expect(await clients[4].value == false)
        for _ in 0..<4 { try work(queue) }
        for client in clients.prefix(4) { #expect(await client.value) }
    }

    @Test func theNextJobIsThatOfTheUserWhoHasHadTheLeast() async throws {
        let queue = queue(16)
        for user in ["alice", "alice", "alice", "bobby", "bobby", "carol"] { await add(user, to: queue) }
        // Nobody has had anything: the fewest waiting come first, then who came first.
        #expect(try (0..<6).map { _ in try work(queue) } == ["carol", "bobby", "alice", "bobby", "alice", "alice"])
        for user in ["alice", "bobby", "david"] { await add(user, to: queue) }
        #expect(try (0..<3).map { _ in try work(queue) } == ["david", "bobby", "alice"])
    }

    @Test func whatRunsCountsAsIfItTookAllItsTime() async throws {
        let queue = queue(16)
        for user in ["alice", "alice", "alice", "bobby", "bobby", "bobby"] { await add(user, to: queue) }
        let jobs = try (0..<4).map { _ in try #require(queue.next(.general)) }
        #expect(jobs.map(\.user) == ["alice", "bobby", "alice", "bobby"])
        for job in jobs { job.continuation.resume(returning: []) }
        queue.close()
    }

    @Test func aNewcomerTakesThePlaceOfTheGreediest() async throws {
        let queue = queue(4)
        let alice = [await add("alice", to: queue), await add("alice", to: queue)]
        let bobby = [await add("bobby", to: queue), await add("bobby", to: queue)]
        try work(queue)
        await add("alice", to: queue)
        // Alice, who has had more, gives way with her latest; then Bobby, who has more waiting; then Alice once more.
        let carol = await add("carol", to: queue)
        let david = await add("david", to: queue)
        let erika = await add("erika", to: queue)
        for client in [bobby[1], alice[1]] { #expect(await client.value == false) }
        // One each of users who have had nothing: none gives way.
        #expect(await add("frank", to: queue).value == false)
        #expect(try (0..<4).map { _ in try work(queue) } == ["bobby", "carol", "david", "erika"])
        for client in [alice[0], bobby[0], carol, david, erika] { #expect(await client.value) }
    }

    @Test func whoHasWaitedTooLongIsToldToComeBack() async throws {
        let queue = queue(4)
        let alice = await add("alice", to: queue, patience: .zero)
        let bobby = await add("bobby", to: queue)
        #expect(await alice.value == false)
        #expect(try work(queue) == "bobby")
        #expect(await bobby.value)
    }

    @Test func theShortLaneIsForThoseWhoHaveHadLittle() async throws {
        let queue = queue(16)
        for _ in 0..<4 { await add("alice", to: queue) }
        try work(queue, took: .seconds(1))
        await add("bobby", to: queue)
        await add("carol", to: queue)
        #expect(try (0..<2).map { _ in try work(queue, .short, took: .milliseconds(1)) } == ["bobby", "carol"])
        await add("bobby", to: queue)
        #expect(try work(queue, .short) == "bobby")
        // What takes longer goes back, in front of what its user has waiting, and is not for the short lane again.
        let david = await add("david", to: queue)
        let long = try #require(queue.next(.short))
        queue.putBack(long)
        queue.finished(long, .short, took: .milliseconds(20))
        await add("erika", to: queue)
        #expect(try work(queue, .short) == "erika")
        #expect(try work(queue) == "david")
        #expect(await david.value)
        queue.close()
    }

    @Test func whatWaitsWhenTheQueueIsClosedIsRefused() async throws {
        let queue = queue(4)
        let alice = await add("alice", to: queue)
        queue.close()
        #expect(await alice.value == false)
        #expect(await add("bobby", to: queue).value == false)
        #expect(queue.next(.general) == nil && queue.next(.short) == nil)
    }
}
