import Accounts
import App
import Foundation
import Logging
import ServiceLifecycle
import Store
import Testing

/// The whole service as `math serve` makes it, on a free port, with its files in a directory of its own.
@Suite struct CompositionTests {
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// The executable that was built with the tests.
    private static let executable = Bundle.main.bundleURL.appending(path: "math").path

    private func settings(in directory: TemporaryDirectory, _ more: [String: String] = [:]) throws -> Settings {
        let own = ["DATA_DIR": "\(directory.path)/data", "PORT": "0", "EVENT_DURABILITY": "process"]
        return try Settings(reading: SettingSources(environment: own.merging(more) { $1 }))
    }

    /// Starts, waits until it listens, stops, and gives what was made.
    private func startAndStop(_ settings: Settings) async throws -> (name: String, passwordFile: String)? {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let composition = try await Composition(settings, workerExecutable: Self.executable, logger: Self.quiet) {
            port.yield($0)
        }
        defer { composition.close() }
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await composition.group.run() }
            _ = await ports.first { _ in true }
            composition.stop()
            try await tasks.waitForAll()
        }
        return composition.firstAdministrator
    }

    @Test func theFirstStartMakesAnAdministratorAndTheSecondNone() async throws {
        let directory = try TemporaryDirectory()
        let settings = try settings(in: directory)
        let first = try #require(try await startAndStop(settings))
        #expect(first.name == "admin")
        #expect(first.passwordFile == "\(directory.path)/data/admin-password")
        let attributes = try FileManager.default.attributesOfItem(atPath: first.passwordFile)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let password = try String(contentsOfFile: first.passwordFile, encoding: .utf8)
        #expect(password.wholeMatch(of: /[\w-]{24}\n/) != nil)
        #expect(try await startAndStop(settings) == nil)
        let list = try await AccountCommand.answer(to: .list, with: settings)
        #expect(list.text == "NAME   ROLE   STATE    EMAIL\nadmin  admin  enabled  -")
    }

    @Test func theAdministratorOfTheSettingsIsMadeOnce() async throws {
        let directory = try TemporaryDirectory()
        let settings = try settings(
            in: directory, ["ADMIN_USERNAME": "root", "ADMIN_PASSWORD": "correct horse battery"])
        #expect(try await startAndStop(settings) == nil)
        #expect(try await startAndStop(settings) == nil)
        let list = try await AccountCommand.answer(to: .list, with: settings)
        #expect(list.text == "NAME  ROLE   STATE    EMAIL\nroot  admin  enabled  -")
    }

    @Test func anAdministratorWhoMayNotBeIsAFaultOfTheSettingsBeforeAnythingIsOpened() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: SettingFaults.self) {
            try settings(in: directory, ["ADMIN_USERNAME": "a/b", "ADMIN_PASSWORD": "admin"])
        }
        #expect(
            error?.description == """
                math: 2 settings cannot work, so nothing was started:
                  ADMIN_USERNAME (environment): A user name has no "/" and is more than dots.
                  ADMIN_PASSWORD (environment): A password has at least 8 characters.

                """)
    }

    @Test func aSecondServiceOnTheSameDirectoryIsRefused() async throws {
        let directory = try TemporaryDirectory()
        let settings = try settings(in: directory)
        let first = try await Composition(settings, workerExecutable: Self.executable, logger: Self.quiet) { _ in }
        let error = await #expect(throws: StoreError.self) {
            try await Composition(settings, workerExecutable: Self.executable, logger: Self.quiet) { _ in }
        }
        #expect(error?.kind == .inUse)
        first.close()
    }

    @Test func stoppingBeforeTheStartIsRemembered() async throws {
        let directory = try TemporaryDirectory()
        let composition = try await Composition(
            try settings(in: directory), workerExecutable: Self.executable, logger: Self.quiet
        ) { _ in }
        defer { composition.close() }
        await composition.group.triggerGracefulShutdown()
        try await composition.group.run()
    }
}
