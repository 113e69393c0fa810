internal import Events
internal import Foundation
internal import GRDB

/// What an event store has of a journal that the journal has lost: its file was removed, emptied or put back from an
/// older copy, or it is another service's.
///
/// Nothing may be written over such a gap in silence: the sequences would be given again, and what bears them would be
/// taken for carried on.
public struct JournalGap: Sendable, Equatable {
    /// How many events the store has beyond what the journal has.
    public let events: Int
    /// The last sequence that both have; nil when there is none.
    public let common: Int64?
    /// Between the first and the last of the events that the journal lacks, in seconds.
    public let seconds: Double

    /// Within this time what is written reaches the disk at the latest, whether anybody waits for that or not.
    private static let writeBackSeconds = 300.0

    /// Whether a loss of power explains it, where nobody waited for the disk (``Durability/process``).
    public var isOfPowerLoss: Bool { common != nil && seconds <= Self.writeBackSeconds }
}

extension EventReading {
    /// What this store has that the journal has lost; nil when the two belong together, as far as can be told.
    ///
    /// The store says how far it has carried the journal, and must then have the journal's event at that place. Events
    /// that came by way of a topic say nothing of the sort: beside a journal without any event they are a loss, too.
    public func gap(to journal: ServiceDatabase) async throws -> JournalGap? {
        let carried =
            try await read { db in
                try EventStore.positions(db, topic: SourcePosition.journal)[0] ?? 1
            } - 1
        if carried == 0, journal.sequenceAtOpening > 0 { return nil }
        // Rows may have gone from the journal, but never the last.
        let last = try await journal.lastEvent(through: carried)
        let row: Int64? = if let last { try await row(of: last.id) } else { nil }
        if row != nil, carried <= journal.sequenceAtOpening { return nil }
        let sequence = row == nil ? nil : last?.sequence
        return try await read { db in try JournalGap(db, after: row ?? 0, common: sequence) }
    }

    private func row(of id: EventID) async throws -> Int64? {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT id FROM kafka_logs WHERE event_id = ?", arguments: [id.description])
        }
    }
}

extension JournalGap {
    /// Nil when the store holds no event of a service behind the last one that both have.
    fileprivate init?(_ db: Database, after id: Int64, common: Int64?) throws {
        let row = try Row.fetchOne(
            db,
            // What others have put on the topic has no identity of ours, a UUID of version 7, or no status.
            sql: """
                SELECT count(*), max(time) - min(time) FROM kafka_logs
                WHERE id > ? AND event_id GLOB '????????-????-7???-????-????????????' AND status IS NOT NULL
                """,
            arguments: [id])
        events = row?[0] ?? 0
        seconds = row?[1] ?? 0
        self.common = common
        if events == 0 { return nil }
    }
}

extension ServiceDatabase {
    /// The last event at or before a place, nil when there is none.
    fileprivate func lastEvent(through sequence: Int64) async throws -> (sequence: Int64, id: EventID)? {
        try await read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT sequence, event_id FROM journal WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1",
                arguments: [sequence])
            guard let row, let id = (row[1] as Data).withUnsafeBytes(EventID.init(bytes:)) else { return nil }
            return (row[0], id)
        }
    }
}
