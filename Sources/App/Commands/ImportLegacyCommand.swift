import Accounts
import ArgumentParser
import Store

/// `math import-legacy`.
struct ImportLegacyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-legacy",
        abstract: "Take over accounts, history and events of the legacy service.",
        discussion: """
            Give requests.db and events.db together, before others have registered: what both tell of is then one event. \
            Accounts keep their passwords. The files are only read, and doing it again takes over what has come since. \
            The service and the consumer must be stopped.
            """)

    @Argument(help: "Databases of the legacy service, or directories that hold requests.db and events.db.")
    var paths: [String]
    @OptionGroup var place: SettingFlags<DataFlags>

    func run() async throws {
        let settings = try place.settings()
        let report: LegacyReport
        do {
            report = try await Self.take(try Self.files(at: paths), into: settings)
        } catch let error as LegacyFiles {
            throw ExitStatus.failure.after("math: \(error)")
        } catch {
            let failure = StartFailure(error, settings: settings)
            throw failure.status.after(failure.text)
        }
        print(report.text)
    }

    /// The databases of the service are open only here, so that nobody else writes them meanwhile.
    private static func take(_ files: [String], into settings: Settings) async throws -> LegacyReport {
        var sources: [LegacyDatabase] = []
        for file in files {
            let source = try LegacyDatabase(path: file)
            guard try !source.contents().isEmpty else { throw LegacyFiles.nothingKnown(path: file) }
            sources.append(source)
        }
        let database = try ServiceDatabase(directory: settings.dataDirectory, durability: settings.durability)
        defer { database.close() }
        let store = try EventStore(path: settings.eventStorePath)
        defer { store.close() }
        try await JournalCheck.run(database, store, settings)
        let accounts = try await AccountService(opening: database, settings)
        return try await LegacyImport(database: database, store: store, accounts: accounts).run(sources)
    }

    private static func files(at paths: [String]) throws(LegacyFiles) -> [String] {
        var files: [String] = []
        for path in paths {
            let inside = ["requests.db", "events.db"].map { "\(path)/\($0)" }.filter(FileSystem.exists)
            switch (FileSystem.isDirectory(path), inside.isEmpty) {
            case (true, false): files += inside
            case (true, true): throw .noneIn(directory: path)
            case (false, _):
                guard FileSystem.exists(path) else { throw .missing(path: path) }
                files.append(path)
            }
        }
        return files
    }
}

/// Why there is nothing to take over.
private enum LegacyFiles: Error, CustomStringConvertible {
    case missing(path: String)
    case noneIn(directory: String)
    case nothingKnown(path: String)

    var description: String {
        switch self {
        case .missing(let path): "\(path) does not exist."
        case .noneIn(let directory): "\(directory) holds neither requests.db nor events.db."
        case .nothingKnown(let path):
            "\(path) has no table of users with password hashes, no history of operations with results, and no kafka_logs."
        }
    }
}
