import ArgumentParser
import Store

/// `math relay`: how far the journal has been carried to the topic.
struct RelayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay", abstract: "Have the journal carried to the topic anew.", subcommands: [Reset.self])

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget how far the journal is on the topic: all of it is sent again.",
            discussion: """
                For a new event store, or a topic that has lost events. The next math serve sends the whole journal; \
                what a store has already is not stored twice. The service must be stopped, the consumer need not be.
                """)

        @OptionGroup var place: SettingFlags<DataFlags>

        func run() async throws {
            let settings = try place.settings()
            try await ExitStatus.reporting(settings) {
                guard FileSystem.exists(BackupFiles(settings).serviceDatabase) else {
                    throw BackupError.nothingToCopy(directory: settings.dataDirectory)
                }
                let database = try ServiceDatabase(
                    directory: settings.dataDirectory, durability: settings.durability)
                defer { database.close() }
                let event = LocalEvent("reset_relay", input: [])
                try await database.resetRelays(event: event.succeeded("success"))
                print("The next math serve with a broker sends all \(database.lastSequence) events of the journal.")
            }
        }
    }
}
