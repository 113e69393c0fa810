/// Why a backup could not be made or put back.
enum BackupError: Error, Equatable, CustomStringConvertible {
    case nothingToCopy(directory: String)
    case targetExists(String)
    case unusable(path: String, reason: String)
    case noBackup(String)
    case damaged(path: String, reason: String)
    case dataExists([String])

    var description: String {
        switch self {
        case .nothingToCopy(let directory):
            "there is no database in \(directory): give the service's own DATA_DIR (and SQLITE_DB)."
        case .targetExists(let path):
            "\(path) exists and is not empty: a backup is always a new directory, so that an old one is never harmed."
        case .unusable(let path, let reason):
            "\(path) cannot be used: \(reason)."
        case .noBackup(let path):
            "\(path) is no backup: it has no \(BackupManifest.fileName)."
        case .damaged(let path, let reason):
            "\(path) is not as it was when the backup was made: \(reason). Nothing was changed; take another backup."
        case .dataExists(let paths):
            "\(paths.joined(separator: ", ")) would be replaced: nothing was changed. "
                + "With --replace what is there is kept in a directory beside."
        }
    }
}
