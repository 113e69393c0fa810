import Events
import Glibc
import Store

/// Copies of everything that a service on this machine keeps, made while it runs or while it does not.
enum Backup {
    /// Makes the directory `target` with copies of what there is. The directory has its name only when everything in it
    /// is whole and checked.
    ///
    /// The event store first: the journal's copy then holds all that the store's copy holds, and what is missing there is
    /// carried on after a restore. The other way round events could be taken for carried that never were.
    ///
    /// - Throws: ``BackupError`` or `StoreError`.
    static func make(of settings: Settings, in target: String) throws -> BackupManifest {
        let files = BackupFiles(settings)
        let databases = [(files.eventStore, BackupFiles.events), (files.serviceDatabase, BackupFiles.service)]
            .filter { FileSystem.exists($0.0) }
        guard !databases.isEmpty else { throw BackupError.nothingToCopy(directory: settings.dataDirectory) }
        guard !FileSystem.exists(target) || FileSystem.isEmptyDirectory(target) else {
            throw BackupError.targetExists(target)
        }
        let draft = try draftDirectory(for: target)
        do {
            let time = Event.now() / 1_000_000
            for (source, name) in databases { try DatabaseCopy.make(from: source, to: "\(draft)/\(name)") }
            if let key = try contents(of: files.secretKey) { try write(key, to: "\(draft)/\(BackupFiles.key)") }
            let manifest = try BackupManifest(version: Version.current, time: time, files: digests(in: draft))
            try write(manifest.text(), to: "\(draft)/\(BackupManifest.fileName)")
            try publish(draft, as: target)
            return manifest
        } catch {
            remove(draft)
            throw error
        }
    }

    /// A directory beside the target, without what a backup that was killed may have left in it.
    private static func draftDirectory(for target: String) throws(BackupError) -> String {
        let draft = (target.hasSuffix("/") ? String(target.dropLast()) : target) + ".partial"
        remove(draft)
        do throws(FileProblem) {
            try FileSystem.makeDirectory(draft)
        } catch {
            throw BackupError.unusable(path: draft, reason: "\(error)")
        }
        return draft
    }

    /// Removes a draft: the files that we make, and the directory if nothing else is in it.
    private static func remove(_ draft: String) {
        for name in BackupFiles.names + [BackupManifest.fileName] {
            for suffix in ["", "-journal", "-wal", "-shm"] { unlink("\(draft)/\(name)\(suffix)") }
        }
        rmdir(draft)
    }

    private static func publish(_ draft: String, as target: String) throws(BackupError) {
        do throws(FileProblem) {
            try FileSystem.synchronize(draft)
            try FileSystem.rename(draft, to: target)
        } catch {
            throw BackupError.unusable(path: target, reason: "\(error)")
        }
    }

    private static func digests(in draft: String) throws(BackupError) -> [BackupManifest.File] {
        var files: [BackupManifest.File] = []
        for name in BackupFiles.names where FileSystem.exists("\(draft)/\(name)") {
            let digest = try digest(of: "\(draft)/\(name)")
            files.append(.init(name: name, bytes: digest.bytes, sha256: digest.sha256))
        }
        return files
    }
}

extension Backup {
    static func digest(of path: String) throws(BackupError) -> (bytes: Int, sha256: String) {
        do throws(FileProblem) {
            return try FileSystem.digest(of: path)
        } catch {
            throw BackupError.unusable(path: path, reason: "\(error)")
        }
    }

    static func contents(of path: String) throws(BackupError) -> [UInt8]? {
        do throws(FileProblem) {
            return try FileSystem.contents(of: path, limit: 1 << 20)
        } catch {
            throw BackupError.unusable(path: path, reason: "\(error)")
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(BackupError) {
        do throws(FileProblem) {
            try FileSystem.write(bytes, to: path)
        } catch {
            throw BackupError.unusable(path: path, reason: "\(error)")
        }
    }
}
