internal import Glibc

/// How much room a disk has.
public struct DiskSpace: Sendable, Equatable {
    /// Bytes that this process may still write.
    public let available: Int
    /// All of it.
    public let size: Int
}

extension ServiceDatabase {
    /// The disk that holds the journal; nil when the system does not tell.
    public var diskSpace: DiskSpace? {
        var status = statvfs()
        guard statvfs(file.path, &status) == 0 else { return nil }
        let block = Int(clamping: status.f_frsize)
        return DiskSpace(
            available: block * Int(clamping: status.f_bavail), size: block * Int(clamping: status.f_blocks))
    }
}
