public import Accounts
public import ArgumentParser

/// `math user`: the accounts, from the machine itself, whether the service runs or not.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Manage accounts on this machine; works while the service runs, too.",
        subcommands: [Add.self, List.self, SetRole.self, Disable.self, Enable.self, SignOut.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account; the password is asked for on the terminal.")

        @Argument(help: "The new account's user name.") var name: String
        @Option(help: "What the account may do.") var role: Role
        @Option(help: "The account's email address.") var email: String?
        @Flag(help: "Read the password from standard input, one line, instead of the terminal.")
        var passwordStdin = false
        @OptionGroup var place: SettingFlags<UserFlags>

        func run() async throws {
            let settings = try place.settings()
            let password: Secret
            do throws(PasswordInputError) {
                password = passwordStdin ? try PasswordInput.line() : try PasswordInput.askedTwice(for: name)
            } catch {
                throw ExitStatus.failure.after("math: \(error)")
            }
            let command = AccountCommand.add(name: name, role: role, email: email, password: password)
            try await command.perform(with: settings)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @OptionGroup var place: SettingFlags<UserFlags>

        func run() async throws {
            try await AccountCommand.list.perform(with: try place.settings())
        }
    }

    struct SetRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give an account another role; it holds at once.")

        @Argument(help: "The account's user name.") var name: String
        @Argument(help: "What the account may do from now on.") var role: Role
        @OptionGroup var place: SettingFlags<UserFlags>

        func run() async throws {
            try await AccountCommand.setRole(name: name, role: role).perform(with: try place.settings())
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Disable an account and end its tokens.")

        @Argument(help: "The account's user name.") var name: String
        @OptionGroup var place: SettingFlags<UserFlags>

        func run() async throws {
            try await AccountCommand.setDisabled(name: name, disabled: true).perform(with: try place.settings())
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enable a disabled account again.")

        @Argument(help: "The account's user name.") var name: String
        @OptionGroup var place: SettingFlags<UserFlags>

        func run() async throws {
            try await AccountCommand.setDisabled(name: name, disabled: false).perform(with: try place.settings())
        }
    }
}

extension UserCommand {
    struct SignOut: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-out", abstract: "End the sessions of an account, or of everybody.")

        @Argument(help: "The account's user name.") var name: String?
        @Flag(help: "Everybody's sessions.") var all = false
        @OptionGroup var place: SettingFlags<UserFlags>

        func validate() throws {
            guard (name == nil) == all else { throw ValidationError("Give the name of an account, or --all.") }
        }

        func run() async throws {
            try await AccountCommand.signOut(name: name).perform(with: try place.settings())
        }
    }
}

extension Role: ExpressibleByArgument {}
