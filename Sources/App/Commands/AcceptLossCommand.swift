import ArgumentParser
import Store

/// `math accept-loss`.
struct AcceptLossCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept-loss",
        abstract: "Go on with a service.db that lacks what the event store holds.",
        discussion: """
            For a service that refuses to start because its accounts and journal were lost, when there is no backup of \
            them. The event store keeps what it has, for administrators; whoever registers a name sees only what is \
            done from then on. The loss becomes an event. The service and the consumer must be stopped.
            """)

    @OptionGroup var place: SettingFlags<DataFlags>

    func run() async throws {
        let settings = try place.settings()
        guard let events = try await ExitStatus.reporting(settings, { try await Self.accept(settings) }) else {
            throw ExitStatus.failure.after("math: nothing is lost: service.db has all that the event store has of it.")
        }
        print("Accepted that service.db lacks \(events) events, which \(settings.eventStorePath) keeps.")
    }

    /// - Returns: how many events the journal lacks; nil when it lacks none.
    private static func accept(_ settings: Settings) async throws -> Int? {
        // Not made where there is none: a wrong path must not look like a loss of nothing.
        guard FileSystem.exists(settings.eventStorePath) else { return nil }
        let database = try ServiceDatabase(directory: settings.dataDirectory, durability: settings.durability)
        defer { database.close() }
        let store = try EventStore(path: settings.eventStorePath)
        defer { store.close() }
        guard let gap = try await store.gap(to: database) else { return nil }
        let event = LocalEvent("accept_loss", input: [("events", "\(gap.events)")])
        try await database.append(event.succeeded("success"))
        // From the last event that both have on; what the store has already is not stored twice.
        try await store.record(
            [], position: SourcePosition(topic: SourcePosition.journal, partition: 0, next: (gap.common ?? 0) + 1))
        return gap.events
    }
}
