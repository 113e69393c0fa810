import ArgumentParser

/// `math backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the databases and the key into a new directory; works while the service runs.",
        discussion: """
            The copy is of one moment, is checked page by page, and holds every event that was acknowledged before the \
            command began. The directory has its name only when everything in it is whole.
            """)

    @Argument(help: "The directory to make, for example /var/backups/math/$(date +%F).") var directory: String
    @OptionGroup var place: SettingFlags<DataFlags>

    func run() throws {
        let settings = try place.settings()
        let manifest = try ExitStatus.reporting(settings) { try Backup.make(of: settings, in: directory) }
        print("\(directory): \(manifest.summary)")
    }
}

/// `math restore`.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in place; the service and the consumer must be stopped.")

    @Argument(help: "A directory that math backup has made.") var directory: String
    @Flag(help: "Move what is in the data directory into a directory beside, instead of refusing.")
    var replace = false
    @OptionGroup var place: SettingFlags<DataFlags>

    func run() throws {
        let settings = try place.settings()
        let (manifest, replaced) = try ExitStatus.reporting(settings) {
            try Backup.restore(directory, to: settings, replacing: replace)
        }
        print("Restored from \(directory): \(manifest.summary)")
        if let replaced { print("What was there before is in \(replaced).") }
    }
}

extension BackupManifest {
    /// `events.db 1.2 MB, service.db 3.4 MB, secret.key`
    fileprivate var summary: String {
        files.map { file in
            let tenths = (file.bytes + 50_000) / 100_000
            return tenths == 0 ? file.name : "\(file.name) \(tenths / 10).\(tenths % 10) MB"
        }.joined(separator: ", ")
    }
}

extension ExitStatus {
    /// Runs `body`, and ends the command with a line that says what went wrong.
    static func reporting<T>(_ settings: Settings, _ body: () throws -> T) throws(ExitCode) -> T {
        do {
            return try body()
        } catch {
            throw end(error, settings)
        }
    }

    /// The same for what waits.
    static func reporting<T>(_ settings: Settings, _ body: () async throws -> T) async throws(ExitCode) -> T {
        do {
            return try await body()
        } catch {
            throw end(error, settings)
        }
    }

    private static func end(_ error: any Error, _ settings: Settings) -> ExitCode {
        switch error {
        case is BackupError, is EventStoreProblem: return failure.after("math: \(error)")
        default:
            let failure = StartFailure(error, settings: settings)
            return failure.status.after(failure.text)
        }
    }
}
