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
        guard Self.acquire(descriptor) else {
            let owner = Self.owner(descriptor).map { " (pid \($0))" } ?? ""
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
            if let open = descriptor {
                // By name: closing leaves it to a child that is between its fork and its exec.
                flock(open, LOCK_UN)
                close(open)
            }
            descriptor = nil
        }
    }

    /// Waits a second for an owner that has ended: a child that it was about to start has the lock until its exec.
    private static func acquire(_ descriptor: CInt) -> Bool {
        for _ in 0..<100 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard let owner = Self.owner(descriptor), kill(owner, 0) != 0, errno == ESRCH else { return false }
            usleep(10_000)
        }
        return false
    }

    private static func owner(_ descriptor: CInt) -> pid_t? {
        var text = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &text, text.count, 0)
        return count > 0 ? pid_t(String(decoding: text[..<count].prefix { $0 != 10 }, as: UTF8.self)) : nil
    }
}
