internal import Glibc
internal import Synchronization

/// An exclusive lock that lasts until it is released or the process ends, whatever ends it.
///
/// It makes sure that one process alone writes and checkpoints a database. SQLite's own locks allow two, and
/// versions 3.7.0 to 3.51.2 can damage a WAL database when two checkpoint at the same moment
/// (<https://www.sqlite.org/wal.html#walresetbug>).
final class FileLock: Sendable {
    private let descriptor: Mutex<CInt?>

    /// `events.db` is guarded by `events.lock` beside it, which is made when absent and never removed.
    ///
    /// - Parameter database: the file that the lock stands for.
    init(database: String) throws(StoreError) {
        let path = (database.hasSuffix(".db") ? String(database.dropLast(3)) : database) + ".lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(
                .readOnly, "\(path) cannot be made (\(String(cString: strerror(errno)))): let this user write there")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = Self.owner(descriptor)
            close(descriptor)
            throw StoreError(
                .inUse, "\(database) is in use by another process\(owner): stop it, or choose another directory")
        }
        self.descriptor = Mutex(descriptor)
        let text = "\(getpid())\n"
        // The number only helps people to find the owner: a lock without it is as good.
        if ftruncate(descriptor, 0) == 0 { _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) } }
    }

    deinit { release() }

    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    private static func owner(_ descriptor: CInt) -> String {
        var text = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &text, text.count, 0)
        guard count > 0, let pid = Int32(String(decoding: text[..<count].prefix { $0 != 10 }, as: UTF8.self)) else {
            return ""
        }
        return " (pid \(pid))"
    }
}
