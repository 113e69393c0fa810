internal import Glibc

/// Which file a path leads to; it notices that a file was removed or replaced while it is open.
///
/// Without it SQLite would go on writing to a file that has no name any more, and nobody would find it again.
struct FileIdentity: Sendable, Equatable {
    private let device: UInt
    private let inode: UInt

    /// nil when there is no such file.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}
