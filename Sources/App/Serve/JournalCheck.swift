import Logging
import Store

/// Refuses a journal that lacks what the event store has of it: to go on would give places in the journal, and names,
/// to others without a word.
enum JournalCheck {
    /// - Throws: `StoreError` of the kind `journalLost`.
    static func run(
        _ database: ServiceDatabase, _ store: some EventReading, _ settings: Settings, logger: Logger? = nil
    ) async throws {
        guard let gap = try await store.gap(to: database) else { return }
        guard settings.durability == .process, gap.isOfPowerLoss else {
            throw StoreError.journalLost(gap, settings)
        }
        logger?.warning(
            "The journal has lost its last events, as EVENT_DURABILITY=process allows when power is lost",
            metadata: ["events": "\(gap.events)", "event_store": .string(settings.eventStorePath)])
    }

    /// The same for a store that another process may be filling. One that cannot be read says nothing, and whoever
    /// needs it says why.
    static func run(_ database: ServiceDatabase, _ settings: Settings, logger: Logger? = nil) async throws {
        let view = try EventStoreView(path: settings.eventStorePath)
        guard (try? view.refresh()) != nil, view.isOpen else { return }
        try await run(database, view, settings, logger: logger)
    }
}

extension StoreError {
    fileprivate static func journalLost(_ gap: JournalGap, _ settings: Settings) -> StoreError {
        StoreError(
            .journalLost,
            """
            \(settings.dataDirectory)/service.db lacks \(gap.events) events that \(settings.eventStorePath) holds: it \
            was removed, emptied, put back from an older copy, or is another service's. Put both back from one backup \
            (math restore BACKUP --replace); without a backup, math accept-loss goes on with what is there
            """)
    }
}
