internal import GRDB
internal import Glibc

/// Copies of a whole database that may be in use by another process.
public enum DatabaseCopy {
    /// Copies the database at `source`, as it is at one moment, to a new file at `target`, checks the whole copy and
    /// waits until it is on the disk.
    ///
    /// The source is only read: whoever owns it goes on reading, writing and checkpointing meanwhile.
    ///
    /// - Throws: ``StoreError`` when the source cannot be read or is damaged, or the target cannot be written.
    public static func make(from source: String, to target: String) throws(StoreError) {
        let reader: DatabaseQueue
        do {
            reader = try DatabaseQueue(path: source, configuration: DatabaseFile.reading)
        } catch {
            throw StoreError(error, path: source)
        }
        defer { try? reader.close() }
        do {
            try DatabaseFile.makeFile(target)
            let copy = try DatabaseQueue(path: target)
            try reader.backup(to: copy)
            try copy.writeWithoutTransaction { db in
                // One file with nothing beside it, whatever the source was.
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
        } catch {
            throw StoreError(error, path: target)
        }
        try check(target, source: source)
        try synchronize(target)
    }

    /// Reads every page and every index of a database.
    ///
    /// - Throws: ``StoreError`` when anything does not fit together.
    public static func check(_ path: String) throws(StoreError) {
        try check(path, source: path)
    }

    private static func check(_ path: String, source: String) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            let answer = try reader.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") }
            try reader.close()
            if answer != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: answer) }
        } catch {
            throw StoreError(error, path: source)
        }
    }

    /// Waits until the file's content is on the disk.
    static func synchronize(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw StoreError(.other, "\(path) cannot be written to the disk: \(String(cString: strerror(errno)))")
        }
    }
}
