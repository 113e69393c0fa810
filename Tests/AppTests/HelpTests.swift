import App
import ArgumentParser
import Testing

@Suite struct HelpTests {
    @Test func aloneTheProgramPrintsItsHelp() throws {
        let text = MathCommand.helpMessage(columns: 100)
        #expect(
            text == """
                OVERVIEW: Exact and certified mathematics as a service, with every action in a durable log.

                USAGE: math <subcommand>

                OPTIONS:
                  --version               Show the version.
                  -h, --help              Show help information.

                SUBCOMMANDS:
                  serve                   Run the HTTP service; without a Kafka broker it keeps the event store,
                                          too.
                  consume                 Read the events' topic and write the event store.
                  eval                    Evaluate expressions on the terminal.
                  user                    Manage accounts on this machine; works while the service runs, too.
                  backup                  Copy the databases and the key into a new directory; works while the
                                          service runs.
                  restore                 Put a backup in place; the service and the consumer must be stopped.
                  accept-loss             Go on with a service.db that lacks what the event store holds.
                  import-legacy           Take over accounts, history and events of the legacy service.
                  dead-letters            Show, export or store after all what was on the topic and is no event.
                  relay                   Have the journal carried to the topic anew.
                  openapi                 Print the OpenAPI 3.1 document of the service.

                  See 'math help <subcommand>' for detailed help.
                """)
        var command = try MathCommand.parseAsRoot([])
        #expect { try command.run() } throws: { MathCommand.exitCode(for: $0) == .success }
    }

    @Test func serveHasAFlagForEverySettingButSecretsAndNamesItsVariable() throws {
        let help = try helpText(["serve", "--help"])
        for setting in DeclaredSettings.all.map(\.description) where setting.name != "KAFKA_GROUP_ID" {
            #expect(help.contains("--\(setting.flag) <value>") == !setting.isSecret, "\(setting.name)")
            #expect(setting.isSecret || help.contains("($\(setting.name))"), "\(setting.name)")
        }
    }

    @Test func consumeHasAFlagForItsGroup() throws {
        let help = try helpText(["consume", "--help"])
        #expect(help.contains("--\(Settings.declared.kafkaGroup.description.flag) <value>"))
        #expect(help.contains("($\(Settings.declared.kafkaGroup.name))"))
    }

    @Test(arguments: ["add", "list", "role", "disable", "enable", "sign-out"])
    func everyAccountCommandHasHelpAndTheDataDirectory(name: String) throws {
        let help = try helpText(["user", name, "--help"])
        #expect(help.contains("USAGE: math user \(name)"))
        #expect(help.contains("--data-dir <value>"))
        #expect(!help.contains("--password "))
    }

    @Test func theVersionIsPrinted() {
        #expect { try MathCommand.parseAsRoot(["--version"]) } throws: {
            MathCommand.exitCode(for: $0) == .success && MathCommand.fullMessage(for: $0) == Version.current
        }
    }

    @Test(arguments: [
        ["frobnicate"], ["serve", "--frob"], ["serve", "--secret-key", "x"], ["user", "add"],
        ["user", "add", "alice"], ["user", "add", "alice", "--role", "king"],
        ["eval", "1", "--precision", "0"], ["eval", "1", "--precision", "10001"], ["eval", "1", "--format", "roman"],
        ["user", "role", "alice"], ["user", "sign-out"], ["user", "sign-out", "alice", "--all"],
    ])
    func wrongUsageIs64(arguments: [String]) {
        #expect { try MathCommand.parseAsRoot(arguments) } throws: { MathCommand.exitCode(for: $0).rawValue == 64 }
    }

    private func helpText(_ arguments: [String]) throws -> String {
        do {
            var command = try MathCommand.parseAsRoot(arguments)
            try command.run()
        } catch {
            return MathCommand.fullMessage(for: error, columns: 100)
        }
        return ""
    }
}
