package import ArgumentParser

/// The executable `math`; alone it prints its help.
package struct MathCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "math",
        abstract: "Exact and certified mathematics as a service, with every action in a durable log.",
        version: Version.current,
        subcommands: [
            ServeCommand.self, ConsumeCommand.self, EvalCommand.self, UserCommand.self, BackupCommand.self,
            RestoreCommand.self, AcceptLossCommand.self, ImportLegacyCommand.self, DeadLettersCommand.self,
            RelayCommand.self, OpenAPICommand.self, WorkerCommand.self,
        ])

    package init() {}
}
