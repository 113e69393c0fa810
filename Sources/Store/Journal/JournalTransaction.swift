internal import GRDB

/// One transaction for a group of changes.
struct JournalTransaction {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Commits all changes, or throws and leaves none of them.
    ///
    /// - Returns: how many rows the journal has gained.
    func commit(_ changes: some Sequence<GroupWriter.Change>) throws -> Int {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let insert = try JournalInsert(db)
            var rows = 0
            for change in changes {
                switch change {
                case .row(let row):
                    try insert.run(row)
                    rows += 1
                case .transaction(let pending):
                    rows += try apply(pending, insert)
                }
            }
            try db.commit()
            return rows
        } catch {
            // Does nothing when SQLite has rolled back by itself; a rollback that fails has nothing to keep.
            try? db.rollback()
            throw error
        }
    }

    /// Applies one change in a savepoint. What it throws itself is its caller's; what breaks the transaction is everybody's.
    private func apply(_ pending: any PendingTransaction, _ insert: JournalInsert) throws -> Int {
        var count = 0
        do {
            try db.inSavepoint {
                let rows = try pending.apply(db)
                for row in rows { try insert.run(row) }
                count = rows.count
                return .commit
            }
        } catch {
            guard db.isInsideTransaction, !error.endsTransaction else { throw error }
            pending.fail(with: error)
            return 0
        }
        return count
    }
}

extension Error {
    /// Whether SQLite may have rolled back the whole transaction, or would fail the next statement in the same way.
    fileprivate var endsTransaction: Bool {
        guard let error = self as? DatabaseError else { return false }
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY,
            .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_INTERRUPT:
            return true
        default: return false
        }
    }
}
