import Accounts
import App
import Events
import Foundation
import Logging
import ServiceLifecycle
import Store
import Testing

/// The control socket as `math user` uses it: a real socket, a real database, in a directory of its own.
@Suite struct ControlSocketTests {
    private static let password = Secret("correct horse battery")

    /// Runs a service that holds the database of a new directory and answers on the socket in it.
    private func whileServing(
        _ body: (_ settings: Settings, _ database: ServiceDatabase) async throws -> Void
    ) async throws {
        let directory = try TemporaryDirectory()
        var settings = Settings()
        settings.dataDirectory = "\(directory.path)/data"
        let database = try ServiceDatabase(directory: settings.dataDirectory, durability: .process)
        defer { database.close() }
        let accounts = await AccountService(
            database: database, secretKey: Array(repeating: 7, count: 32),
            hashing: PasswordHashing(memoryKiB: 8, passes: 1, lanes: 1, threads: 1, queueLimit: 8))
        let administration = LocalAdministration(database: database, accounts: accounts)
        let server = ControlServer(path: settings.controlSocketPath, logger: Logger(label: "test")) {
            await administration.perform($0)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [server], logger: Logger(label: "test")))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await eventually { FileManager.default.fileExists(atPath: settings.controlSocketPath) }
            try await body(settings, database)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(!FileManager.default.fileExists(atPath: settings.controlSocketPath))
        withExtendedLifetime(directory) {}
    }

    /// Every command, one after the other, each with its answer.
    private static let session: [(AccountCommand, AccountAnswer)] = [
        (
            .add(name: "root", role: .admin, email: nil, password: password),
            AccountAnswer(succeeded: true, text: "Made root, role admin.")
        ),
        (
            .add(name: "alice", role: .user, email: "alice@example.org", password: password),
            AccountAnswer(succeeded: true, text: "Made alice, role user.")
        ),
        (
            .add(name: "alice", role: .user, email: nil, password: password),
            AccountAnswer(succeeded: false, text: "Username already exists.")
        ),
        (
            .add(name: "a/b", role: .user, email: nil, password: Secret("short")),
            AccountAnswer(
                succeeded: false,
                text: "username: A user name has no \"/\" and is more than dots; "
                    + "password: A password has at least 8 characters.")
        ),
        (
            .setRole(name: "alice", role: .admin),
            AccountAnswer(succeeded: true, text: "alice has the role admin.")
        ),
        (.setDisabled(name: "alice", disabled: true), AccountAnswer(succeeded: true, text: "alice is disabled.")),
        (
            .setDisabled(name: "root", disabled: true),
            AccountAnswer(
                succeeded: false,
                text: "This is the last enabled administrator: make another account an administrator first.")
        ),
        (
            .list,
            AccountAnswer(
                succeeded: true,
                text: """
                    NAME   ROLE   STATE     EMAIL
                    alice  admin  disabled  alice@example.org
                    root   admin  enabled   -
                    """)
        ),
        (.setDisabled(name: "alice", disabled: false), AccountAnswer(succeeded: true, text: "alice is enabled.")),
        (.setRole(name: "bob", role: .user), AccountAnswer(succeeded: false, text: "User not found.")),
        (.signOut(name: "alice"), AccountAnswer(succeeded: true, text: "alice is signed out everywhere.")),
        (.signOut(name: "bob"), AccountAnswer(succeeded: false, text: "User not found.")),
        (.signOut(name: nil), AccountAnswer(succeeded: true, text: "Everybody is signed out.")),
    ]

    @Test func commandsAreCarriedOutByTheRunningService() async throws {
        try await whileServing { settings, _ in
            for (command, answer) in Self.session {
                let given = try await AccountCommand.answer(to: command, with: settings)
                #expect(given == answer)
            }
        }
    }

    @Test func commandsAreCarriedOutOnTheDatabaseItselfWhenNothingRuns() async throws {
        let directory = try TemporaryDirectory()
        var settings = Settings()
        settings.dataDirectory = directory.path
        for (command, answer) in Self.session {
            #expect(try await AccountCommand.answer(to: command, with: settings) == answer)
        }
    }

    @Test func everyChangeAndRefusalIsAnEventWithoutThePassword() async throws {
        try await whileServing { settings, database in
            for (command, _) in Self.session {
                _ = try await AccountCommand.answer(to: command, with: settings)
            }
            let messages = try await database.journalEntries(after: 0, limit: 100)
                .map { String(decoding: $0.message, as: UTF8.self) }
            let facts = messages.map { message in
                message.replacing(/,"time":.*?"status":/, with: #","status":"#)
                    .replacing(/,"duration_us":.*/, with: "")
            }
            #expect(
                facts == [
                    #"{"event":"register","input":{"username":"root","role":"admin"},"result":"root","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"register","input":{"username":"alice","email":"alice@example.org","role":"user"},"#
                        + #""result":"alice","user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"register","input":{"username":"alice","role":"user"},"result":null,"#
                        + #""user":"local/admin","cached":false,"status":400,"code":"username_taken""#,
                    #"{"event":"register","input":{"username":"a/b","role":"user"},"result":null,"#
                        + #""user":"local/admin","cached":false,"status":422,"code":"username_characters""#,
                    #"{"event":"change_user","input":{"username":"alice","role":"admin"},"result":"success","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"change_user","input":{"username":"alice","disabled":"true"},"result":"success","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"change_user","input":{"username":"root","disabled":"true"},"result":null,"#
                        + #""user":"local/admin","cached":false,"status":409,"code":"last_administrator""#,
                    #"{"event":"change_user","input":{"username":"alice","disabled":"false"},"result":"success","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"change_user","input":{"username":"bob","role":"user"},"result":null,"#
                        + #""user":"local/admin","cached":false,"status":404,"code":"user_not_found""#,
                    #"{"event":"sign_out","input":{"username":"alice"},"result":"success","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                    #"{"event":"sign_out","input":{"username":"bob"},"result":null,"#
                        + #""user":"local/admin","cached":false,"status":404,"code":"user_not_found""#,
                    #"{"event":"sign_out","input":{"all":"true"},"result":"success","#
                        + #""user":"local/admin","cached":false,"status":200,"code":null"#,
                ])
        }
    }

    @Test func theSocketIsForItsOwnerAlone() async throws {
        try await whileServing { settings, _ in
            for (path, mode) in [(settings.controlSocketPath, 0o600), (settings.dataDirectory, 0o700)] {
                try await eventually {
                    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode
                }
            }
        }
    }

    @Test func whatIsNoCommandIsRefused() async throws {
        try await whileServing { settings, _ in
            for line in ["", "nonsense", "{}", #"{"command":"drop"}"#, #"{"command":"role","name":"x"}"#, "[1]"] {
                let answer = try await RawConnection.exchange("\(line)\n", at: settings.controlSocketPath)
                #expect(
                    answer == #"{"ok":false,"text":"the running service does not know this command."}"# + "\n",
                    "\(line)")
            }
        }
    }

    @Test func aLineThatDoesNotEndIsCutOff() async throws {
        try await whileServing { settings, _ in
            let endless = String(repeating: "x", count: 70_000)
            let answer = try await RawConnection.exchange(endless, at: settings.controlSocketPath)
            #expect(answer == "")
        }
    }

    @Test func aSocketLeftByAKilledServiceIsReplaced() async throws {
        let directory = try TemporaryDirectory()
        try RawConnection.leaveSocket(at: "\(directory.path)/control.sock")
        var settings = Settings()
        settings.dataDirectory = directory.path
        let server = ControlServer(path: settings.controlSocketPath, logger: Logger(label: "test")) { _ in
            AccountAnswer(succeeded: true, text: "here")
        }
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await server.run() }
            let path = settings.controlSocketPath
            try await eventually { (try? await ControlClient.send(.list, to: path))?.text == "here" }
            tasks.cancelAll()
        }
    }

    @Test func aFileInThePlaceOfTheSocketIsNamedAndKept() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("control.sock", [1, 2, 3])
        let server = ControlServer(path: path, logger: Logger(label: "test")) { _ in
            AccountAnswer(succeeded: true, text: "")
        }
        let error = await #expect(throws: ControlSocket.Unusable.self) { try await server.run() }
        #expect(error?.description.hasPrefix("\(path) cannot be made (") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    }

    @Test func withoutAServiceTheClientSaysSo() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/control.sock"
        await #expect(throws: ControlError.notReachable(path: path)) {
            try await ControlClient.send(.list, to: path)
        }
    }

    @Test(arguments: session.map(\.0))
    func aCommandSurvivesTheSocket(command: AccountCommand) {
        #expect(AccountCommand(line: command.line().dropLast()) == command)
    }

    @Test func anAnswerSurvivesTheSocket() {
        for answer in [AccountAnswer(succeeded: true, text: "a\n\"b\"\\é"), AccountAnswer(succeeded: false, text: "")] {
            #expect(AccountAnswer(line: answer.line().dropLast()) == answer)
        }
    }
}
