import ArgumentParser
import Events
import Glibc
import Pipeline
import Store

/// `math dead-letters`: what was on the topic and is no event.
struct DeadLettersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead-letters",
        abstract: "Show, export or store after all what was on the topic and is no event.",
        subcommands: [List.self, Export.self, Requeue.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the latest dead letters; works while the consumer runs.")

        @Option(help: "How many at most.") var limit = 20
        @OptionGroup var place: SettingFlags<DataFlags>

        func validate() throws {
            guard limit > 0 else { throw ValidationError("Ask for one or more with --limit.") }
        }

        func run() async throws {
            let settings = try place.settings()
            try await ExitStatus.reporting(settings) {
                let letters = try await EventStoreView.opened(settings).latestDeadLetters(limit: limit)
                guard !letters.isEmpty else { return print("There are no dead letters.") }
                print(TextTable.text(of: [["ID", "TIME", "PLACE", "BYTES", "REASON"]] + letters.map(Self.row)))
            }
        }

        private static func row(_ stored: StoredDeadLetter) -> [String] {
            let letter = stored.letter
            return [
                "\(stored.id)", Event.timestamp(letter.time), "\(letter.topic)/\(letter.partition)/\(letter.offset)",
                letter.message.map { "\($0.count)" } ?? "-", letter.reason,
            ]
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print dead letters, a JSON object a line; works while the consumer runs.",
            discussion: """
                message is the text as it came, or null where there was none; bytes that are no UTF-8 text are in \
                message_base64 instead.
                """)

        @Argument(help: "The ids of those to print; all when none is given.") var ids: [Int64] = []
        @OptionGroup var place: SettingFlags<DataFlags>

        func run() async throws {
            let settings = try place.settings()
            try await ExitStatus.reporting(settings) {
                let store = try EventStoreView.opened(settings)
                let output = LogOutput(descriptor: STDOUT_FILENO)
                try await store.forEachDeadLetter(ids) { letter in
                    if !output.write(letter.line) { Main.outputFailed() }
                }
            }
        }
    }

    struct Requeue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read dead letters once more, and store those that are events after all.",
            discussion: """
                For messages that an older version did not understand. What is no event still stays where it is. \
                Whoever fills the event store (math consume, or math serve without a broker) must be stopped.
                """)

        @Argument(help: "The ids of those to read.") var ids: [Int64] = []
        @Flag(help: "Read all there are.") var all = false
        @OptionGroup var place: SettingFlags<DataFlags>

        func validate() throws {
            guard all == ids.isEmpty else { throw ValidationError("Give ids, or --all.") }
        }

        func run() async throws {
            let settings = try place.settings()
            try await ExitStatus.reporting(settings) {
                _ = try EventStoreView.opened(settings)
                let store = try EventStore(path: settings.eventStorePath)
                defer { store.close() }
                var stored = 0
                try await store.forEachDeadLetter(ids) { letter in
                    if let reason = try TopicRecorder.requeue(letter, in: store) {
                        print("\(letter.id) is no event: \(reason).")
                    } else {
                        stored += 1
                    }
                }
                print("Stored \(stored) as events.")
            }
        }
    }
}
