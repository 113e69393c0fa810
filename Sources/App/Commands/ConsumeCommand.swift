import ArgumentParser

/// `math consume`.
struct ConsumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consume",
        abstract: "Read the events' topic and write the event store.",
        discussion: """
            One store belongs to one consumer, and one consumer group to one store. Variables and .env as for math serve; \
            KAFKA_CONFIG_<KEY> sets any property of librdkafka.
            """)

    @Flag(help: "Ask the consumer that runs how it is, and end with 0 when it is well.") var check = false
    @OptionGroup var flags: SettingFlags<ConsumeFlags>

    func run() async throws {
        let settings = try flags.settings(for: .consumer)
        if check { try await ConsumerCheck.ask(settings) } else { try await consume(settings) }
    }
}
