internal import Events
public import Logging
public import ServiceLifecycle
public import Store

/// Carries the journal into the event store of the same process.
///
/// Rows and the position up to which the journal has been carried change in one transaction, and an event that is there
/// already is not stored again: whatever dies at whatever moment, every event of the journal is in the store once.
public struct EmbeddedRecorder: Service {
    /// How many entries are in memory and in one transaction at most.
    private static let batchLimit = 1000
    /// How long after the first new entry a batch is taken: a commit for every single event would cost more than the
    /// event, and nobody sees this delay but who looks at somebody else's events.
    private static let gatheringTime = Duration.milliseconds(20)
    /// How long the rest of the journal may take when the service stops; what is left is carried at the next start.
    private static let drainingTime = Duration.seconds(5)
    /// The longest pause between two attempts to write a store that refuses: its disk may have room at any moment.
    private static let longestPause = Duration.seconds(1)
    /// The journal's row in the store's table of positions.
    private static let source = SourcePosition.journal

    private let journal: ServiceDatabase
    private let store: EventStore
    private let feed: EventFeed
    private let topic: String
    private let logger: Logger

    /// - Parameters:
    ///   - feed: told after every commit.
    ///   - topic: what the rows say in their column `topic`.
    public init(journal: ServiceDatabase, store: EventStore, feed: EventFeed, topic: String, logger: Logger) {
        self.journal = journal
        self.store = store
        self.feed = feed
        self.topic = topic
        self.logger = logger
    }

    /// Carries on until the service stops, and then what is left.
    public func run() async throws {
        let position = await cancelWhenGracefulShutdown { await carryUntilCancelled() }
        if !Task.isCancelled { await drain(after: position) }
    }
}

extension EmbeddedRecorder {
    /// - Returns: the last sequence that the store holds; nil when it could not be found out.
    private func carryUntilCancelled() async -> Int64? {
        var known: Int64?
        var pause = RetryPause(longest: Self.longestPause)
        while !Task.isCancelled {
            do {
                var position = if let known { known } else { try await startingPosition() }
                known = position
                await journal.waitForEntries(after: position)
                try await Task.sleep(for: Self.gatheringTime)
                position = try await carry(after: position)
                known = position
                if pause.isGrowing { logger.notice("Events are carried on again") }
                pause.reset()
            } catch {
                if Task.isCancelled { break }
                if !pause.isGrowing { logger.error("Events wait in the journal, retrying: \(error)") }
                // Cancelled is all that a sleep can be, and the loop looks at that itself.
                try? await Task.sleep(for: pause.next())
            }
        }
        return known
    }

    /// Carries what is left when nothing is added any more.
    private func drain(after known: Int64?) async {
        let end = ContinuousClock.now + Self.drainingTime
        do {
            var position = if let known { known } else { try await startingPosition() }
            while position < journal.lastSequence, ContinuousClock.now < end {
                position = try await carry(after: position)
            }
        } catch {
            logger.error("Events are left in the journal until the next start: \(error)")
        }
    }

    /// The last sequence that the store held when the service started.
    ///
    /// When power was lost, or a backup was put back, the journal may have less than the store has seen: the sequences
    /// given anew since then must not be skipped. An event that is carried twice by this is one row.
    private func startingPosition() async throws -> Int64 {
        let next = try await store.position(topic: Self.source, partition: 0) ?? 1
        let position = min(next - 1, journal.sequenceAtOpening)
        if position < next - 1 {
            // Written down at once: at the next start the journal may have grown past what the store claims to hold.
            try await store.record([], position: SourcePosition(topic: Self.source, partition: 0, next: position + 1))
        }
        feed.advance(carriedThrough: position, latestID: try await store.latestID())
        try await journal.measureBacklog(after: position)
        journal.markCarried(through: position, bytes: 0)
        return position
    }

    /// Carries one batch.
    ///
    /// - Returns: the last sequence that the store holds.
    private func carry(after position: Int64) async throws -> Int64 {
        let entries = try await journal.journalEntries(after: position, limit: Self.batchLimit)
        guard let last = entries.last?.sequence else { return position }
        let latest = try await store.record(
            entries.map { EventRecord($0, topic: topic) },
            position: SourcePosition(topic: Self.source, partition: 0, next: last + 1))
        journal.markCarried(through: last, bytes: entries.reduce(0) { $0 + $1.message.count })
        feed.advance(carriedThrough: last, latestID: latest)
        return last
    }
}
