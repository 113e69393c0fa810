internal import Foundation
internal import Glibc

extension DatabaseFile {
    /// Makes the directory (0700) of a file when it is absent.
    static func makeDirectory(of path: String) throws(StoreError) {
        let directory = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: directory.isEmpty ? "." : directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(.readOnly, "\(directory) cannot be made: let this user write where it should be")
        }
    }

    /// Makes the directory and the file (0600) when they are absent; SQLite gives its own files the same mode.
    static func makeFile(_ path: String) throws(StoreError) {
        try makeDirectory(of: path)
        let descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(
                .readOnly, "\(path) cannot be opened (\(String(cString: strerror(errno)))): check its owner and mode")
        }
        // Before SQLite opens it: closing any descriptor of a file drops the locks this process holds on it.
        Glibc.close(descriptor)
    }
}
