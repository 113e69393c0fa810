import Accounts
import ArgumentParser
import Store

extension AccountCommand {
    /// Carries the command out from a process of its own: on the database itself, or, while a service has that open, by
    /// the service.
    func perform(with settings: Settings) async throws(ExitCode) {
        guard makesDatabase || FileSystem.exists("\(settings.dataDirectory)/service.db") else {
            throw ExitStatus.configuration.after(
                "math: \(settings.dataDirectory) holds no accounts: give the service's directory with --data-dir.")
        }
        let answer: AccountAnswer
        do {
            answer = try await Self.answer(to: self, with: settings)
        } catch {
            let failure = StartFailure(error, settings: settings)
            throw failure.status.after(failure.text)
        }
        guard answer.succeeded else { throw ExitStatus.failure.after("math: \(answer.text)") }
        print(answer.text)
    }

    /// - Throws: `StoreError`, `SecretKey.Problem` or ``ControlError``.
    package static func answer(
        to command: AccountCommand, with settings: Settings
    ) async throws -> AccountAnswer {
        let database: ServiceDatabase
        do {
            database = try ServiceDatabase(directory: settings.dataDirectory, durability: settings.durability)
        } catch let error where error.kind == .inUse {
            return try await ControlClient.send(command, to: settings.controlSocketPath)
        }
        defer { database.close() }
        // Before anything is written: an account would make a lost journal look like one that is used.
        try await JournalCheck.run(database, settings)
        let accounts = try await AccountService(opening: database, settings)
        return await LocalAdministration(database: database, accounts: accounts).perform(command)
    }
}
