internal import Glibc

/// The place of a database that nobody has open, for as long as this is kept: a service that starts meanwhile is
/// refused.
public final class DatabasePlace: Sendable {
    /// Where the database is, or is to be.
    public let path: String
    private let lock: FileLock

    /// - Throws: ``StoreError`` of the kind `inUse` when a process has the database open.
    public init(_ path: String) throws(StoreError) {
        self.path = path
        try DatabaseFile.makeDirectory(of: path)
        lock = try FileLock(database: path)
    }

    /// The database and what SQLite has beside it, as far as they exist.
    public var files: [String] {
        [path, path + "-wal", path + "-shm", path + "-journal"].filter { access($0, F_OK) == 0 }
    }

    /// Puts a checked copy of `source` here. Until the copy is whole nothing has this name.
    public func fill(from source: String) throws(StoreError) {
        let whole = path + ".restoring"
        unlink(whole)
        defer { unlink(whole) }
        try DatabaseCopy.make(from: source, to: whole)
        guard rename(whole, path) == 0 else {
            throw StoreError(.readOnly, "\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
    }

    /// Lets others use it.
    public func release() {
        lock.release()
    }
}
