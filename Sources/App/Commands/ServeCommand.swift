import ArgumentParser

/// `math serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the HTTP service; without a Kafka broker it keeps the event store, too.",
        discussion: """
            Every flag can also be given as the variable named with it, in the environment or in a file .env in the \
            working directory; flags come first, then the environment. \(secrets) have no flag, \
            since every user of the machine can read a process's arguments; each may be in a file that its name with \
            _FILE names (SECRET_KEY_FILE). Nor have the variables KAFKA_CONFIG_<KEY> a flag, which set any property of \
            librdkafka (KAFKA_CONFIG_SECURITY_PROTOCOL is security.protocol).
            """)

    private static let secrets = DeclaredSettings.all.map(\.description).filter(\.isSecret).map(\.name)
        .joined(separator: ", ")

    @OptionGroup var flags: SettingFlags<ServeFlags>

    func run() async throws {
        let settings = try flags.settings()
        try await serve(settings)
    }
}
