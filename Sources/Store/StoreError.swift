internal import GRDB

/// Why something could not be stored or read, in words for the person who runs the service.
public struct StoreError: Error, Sendable, Equatable {
    /// What went wrong; the HTTP status of the answer depends on it.
    public enum Kind: Sendable, Equatable {
        /// Another program holds a lock on the file.
        case locked
        /// The disk, or the space allowed, is used up.
        case diskFull
        /// The file or its directory may not be written.
        case readOnly
        /// The file is no database, or is damaged.
        case corrupt
        /// Another process owns the file.
        case inUse
        /// The file has been removed or replaced since it was opened.
        case vanished
        /// A newer version of the service has made the tables.
        case newerVersion
        /// The journal lacks events that the event store has of it.
        case journalLost
        /// More waits to be written than may wait.
        case overloaded
        /// More waits to be carried on than may wait.
        case backlogFull
        /// The store has been closed.
        case closed
        /// Anything else that SQLite or the system reports.
        case other
    }

    /// What went wrong.
    public let kind: Kind
    /// One line: which file, what is the matter, what to do.
    public let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

extension StoreError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}

extension StoreError {
    /// What an error of SQLite means for the file at `path`.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.other, "\(path): \(error)")
            return
        }
        switch error.resultCode {
        case _ where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
            self.init(diskFull: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            self.init(.locked, "\(path) is locked by another program: let it finish, or end it")
        case .SQLITE_FULL:
            self.init(diskFull: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(.readOnly, "\(path) may not be written: give this user the right to write it and its directory")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.corrupt, "\(path) is damaged or no SQLite database: put a backup in its place, or move it away")
        case .SQLITE_CANTOPEN:
            self.init(.readOnly, "\(path) cannot be opened: check that its directory exists and may be written")
        default:
            let reason = error.message ?? "no reason given"
            self.init(.other, "\(path): SQLite error \(error.extendedResultCode.rawValue), \(reason)")
        }
    }
}

extension StoreError {
    private init(diskFull path: String) {
        self.init(.diskFull, "The disk of \(path) is full: free some space")
    }
}
