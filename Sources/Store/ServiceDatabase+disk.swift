internal import Glibc

/// How much room a disk has.
public struct DiskSpace: Sendable, Equatable {
    /// Bytes that this process may still write.
    public let available: Int
    /// All of it.
    public let size: Int

    /// How long a file is; nil when there is none.
    public static func size(ofFile path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
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
