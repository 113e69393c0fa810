public import Logging
public import ServiceLifecycle
public import Store

/// Looks whether the events that have been on the topic are in the store, one by one, and has those carried again that
/// the topic has lost before they were stored.
///
/// Offsets cannot tell: a topic that was deleted, made anew or cut short leaves the store at its end without having
/// given it everything. The journal has every event under its name, and so has the store.
public struct StoreAudit: Service {
    /// How often the store is looked at while something is on its way to it.
    private static let interval = Duration.milliseconds(100)
    /// How many events are looked for at a time.
    private static let batchLimit = 1000
    /// How often it is written down how far the store is known to be whole.
    private static let savingInterval = Duration.seconds(1)
    /// How seldom anything is carried again: what cannot be stored must not go round for ever.
    private static let repetitionInterval = Duration.seconds(30)

    private let journal: ServiceDatabase
    private let view: EventStoreView
    private let topic: String
    private let progress: RelayProgress
    private let logger: Logger

    /// - Parameter progress: told up to where the store is whole.
    public init(
        journal: ServiceDatabase, view: EventStoreView, topic: String, progress: RelayProgress, logger: Logger
    ) {
        self.journal = journal
        self.view = view
        self.topic = topic
        self.progress = progress
        self.logger = logger
    }

    /// Looks until the service stops.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var audit = Audit()
            while !Task.isCancelled {
                do {
                    try await look(&audit)
                } catch {
                    // Whoever writes the journal and reads the store says what is the matter with them.
                    logger.debug("The store could not be compared with the journal: \(error)")
                }
                // Cancelled is all that a sleep can be, and the loop looks at that itself.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    /// What is known from one look to the next.
    private struct Audit {
        var isBegun = false
        var savedAt = ContinuousClock.now
        var saved: Int64 = 0
        var suspicion: Suspicion?
        /// What has been carried again already: what is still missing of that cannot be stored.
        var repeated: Int64 = 0
        var repeatedAt: ContinuousClock.Instant?
    }

    private func look(_ audit: inout Audit) async throws {
        if !audit.isBegun {
            let carried = min(try await journal.relayed(to: topic), journal.sequenceAtOpening)
            audit.saved = min(try await journal.storedKnown(of: topic) ?? carried, carried)
            progress.beginAudit(after: audit.saved, lost: try await journal.lost(from: topic))
            audit.isBegun = true
        }
        guard view.isOpen else { return }
        let target = progress.auditTarget
        var verified = progress.verified
        while verified < target, !Task.isCancelled {
            let events = try await journal.eventIDs(after: verified, through: target, limit: Self.batchLimit)
            guard let last = events.last else {
                // The journal has let go of them.
                progress.verified(through: target)
                break
            }
            let missing = try await view.missing(events.map(\.id))
            guard let first = events.first(where: { missing.contains($0.id) }) else {
                verified = last.sequence
                progress.verified(through: verified)
                continue
            }
            verified = first.sequence - 1
            progress.verified(through: verified, isMissing: true)
            try await consider(first.sequence, through: target, &audit)
            break
        }
        try await save(verified, &audit)
    }

    private func save(_ verified: Int64, _ audit: inout Audit) async throws {
        guard verified > audit.saved, audit.savedAt.duration(to: .now) > Self.savingInterval else { return }
        try await journal.saveStoredKnown(of: topic, through: verified)
        (audit.saved, audit.savedAt) = (verified, .now)
    }

    /// What to do about an event that should be in the store by now: wait for it, have it carried again, or, when that
    /// has been done already, go on without it.
    private func consider(_ sequence: Int64, through target: Int64, _ audit: inout Audit) async throws {
        let suspicion = audit.suspicion.flatMap { $0.sequence == sequence ? $0 : nil } ?? Suspicion(sequence, progress)
        audit.suspicion = suspicion
        guard suspicion.isConfirmed(by: progress) else { return }
        guard sequence > audit.repeated else {
            logger.error(
                "An event does not reach the event store, although it was carried twice; look for it in dead_letters",
                metadata: ["topic": "\(topic)", "sequence": "\(sequence)"])
            progress.verified(through: sequence)
            return
        }
        if let last = audit.repeatedAt, last.duration(to: .now) < Self.repetitionInterval { return }
        let count = try await missing(after: sequence - 1, through: target)
        try await journal.saveLost(from: topic, count: progress.lost + count)
        try await journal.saveRelayed(to: topic, through: sequence - 1)
        (audit.repeated, audit.repeatedAt) = (target, .now)
        progress.carryAgain(after: sequence - 1, lost: count)
        logger.error(
            "The topic has lost events before they were stored; they are carried to it again from the journal",
            metadata: ["topic": "\(topic)", "lost": "\(count)"])
    }

    private func missing(after start: Int64, through end: Int64) async throws -> Int64 {
        var (count, position): (Int64, Int64) = (0, start)
        while true {
            let events = try await journal.eventIDs(after: position, through: end, limit: Self.batchLimit)
            guard let last = events.last else { return count }
            count += Int64(try await view.missing(events.map(\.id)).count)
            position = last.sequence
        }
    }
}

/// An event that is missing in the store. It may be on its way: a consumer that begins a topic anew has its places wrong
/// for a while, and one that does not run stores nothing.
private struct Suspicion {
    /// How long a store that goes on may go without it.
    private static let patience = Duration.seconds(5)
    /// How long a store that has read everything may go without it.
    private static let restingTime = Duration.seconds(3)

    let sequence: Int64
    private let since = ContinuousClock.now
    private let changes: Int

    init(_ sequence: Int64, _ progress: RelayProgress) {
        self.sequence = sequence
        changes = progress.storeChanges
    }

    func isConfirmed(by progress: RelayProgress) -> Bool {
        if let rest = progress.settledSince { return max(rest, since).duration(to: .now) >= Self.restingTime }
        return since.duration(to: .now) >= Self.patience && progress.storeChanges >= changes + 2
    }
}
