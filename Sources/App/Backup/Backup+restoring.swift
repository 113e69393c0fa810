import Events
import Glibc
import Store

extension Backup {
    /// Puts a backup in place of what the settings name. The service and the consumer must not run.
    ///
    /// Everything is checked before anything is changed. `service.db` comes before `events.db`: with the journal alone
    /// in place the store is filled from it again.
    ///
    /// - Parameter replacing: moves what is there into a directory beside; without, nothing may be there.
    /// - Returns: what the backup holds, and the directory with what was there before.
    /// - Throws: ``BackupError`` or `StoreError`.
    static func restore(
        _ directory: String, to settings: Settings, replacing: Bool
    ) throws -> (manifest: BackupManifest, replaced: String?) {
        let manifest = try checkedManifest(in: directory)
        let files = BackupFiles(settings)
        let service = try DatabasePlace(files.serviceDatabase)
        let events = try DatabasePlace(files.eventStore)
        defer {
            service.release()
            events.release()
        }
        let present = service.files + events.files + [files.secretKey].filter(FileSystem.exists)
        guard replacing || present.isEmpty else { throw BackupError.dataExists(present) }
        let replaced = try setAside(present, in: settings.dataDirectory)
        let names = Set(manifest.files.map(\.name))
        if names.contains(BackupFiles.key), let key = try contents(of: "\(directory)/\(BackupFiles.key)") {
            try write(key, to: files.secretKey)
        }
        if names.contains(BackupFiles.service) { try service.fill(from: "\(directory)/\(BackupFiles.service)") }
        if names.contains(BackupFiles.events) { try events.fill(from: "\(directory)/\(BackupFiles.events)") }
        try synchronizeDirectories(of: [service.path, events.path])
        return (manifest, replaced)
    }

    private static func checkedManifest(in directory: String) throws(BackupError) -> BackupManifest {
        let path = "\(directory)/\(BackupManifest.fileName)"
        guard let text = try contents(of: path) else { throw BackupError.noBackup(directory) }
        guard let manifest = BackupManifest(text: text), !manifest.files.isEmpty else {
            throw BackupError.damaged(path: path, reason: "its text is not understood")
        }
        for file in manifest.files {
            let path = "\(directory)/\(file.name)"
            guard FileSystem.exists(path) else { throw BackupError.damaged(path: path, reason: "it is missing") }
            let digest = try digest(of: path)
            guard digest.bytes == file.bytes, digest.sha256 == file.sha256 else {
                throw BackupError.damaged(path: path, reason: "its checksum is another")
            }
        }
        return manifest
    }

    /// Moves files into a new directory; nil when there are none.
    private static func setAside(_ paths: [String], in directory: String) throws(BackupError) -> String? {
        guard !paths.isEmpty else { return nil }
        let place = "\(directory)/replaced-\(Event.now() / 1_000_000)"
        do throws(FileProblem) {
            try FileSystem.makeDirectory(place)
            for path in paths {
                // The event store may be on another file system, and then stays there.
                let name = path.split(separator: "/").last.map(String.init) ?? path
                do throws(FileProblem) {
                    try FileSystem.rename(path, to: "\(place)/\(name)")
                } catch  where error.code == EXDEV {
                    try FileSystem.rename(path, to: "\(path).replaced")
                }
            }
        } catch {
            throw BackupError.unusable(path: place, reason: "\(error)")
        }
        return place
    }

    private static func synchronizeDirectories(of paths: [String]) throws(BackupError) {
        for path in paths {
            let directory = FileSystem.parent(of: path) ?? "."
            do throws(FileProblem) {
                try FileSystem.synchronize(directory)
            } catch {
                throw BackupError.unusable(path: directory, reason: "\(error)")
            }
        }
    }
}
