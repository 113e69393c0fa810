internal import GRDB

/// One transaction for a group of changes.
struct JournalTransaction {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Commits all changes, or throws and leaves none of them.
    ///
    /// - Returns: how many rows the journal has gained, and the sequence of the last; 0 for none.
    func commit(_ group: [GroupWriter.Waiting]) throws -> (rows: Int, lastSequence: Int64) {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let insert = try JournalInsert(db)
            var gained = (rows: 0, lastSequence: Int64(0))
            for waiting in group {
                switch waiting.change {
                case .row(let row):
                    gained.lastSequence = try insert.run(row)
                    gained.rows += 1
                case .transaction(let pending):
                    let own = try apply(pending, insert)
                    gained.rows += own.rows
                    gained.lastSequence = max(gained.lastSequence, own.lastSequence)
                }
            }
            try db.commit()
            return gained
        } catch {
            // Does nothing when SQLite has rolled back by itself; a rollback that fails has nothing to keep.
            try? db.rollback()
            throw error
        }
    }

    /// Applies one change in a savepoint. What it throws itself is its caller's; what breaks the transaction is everybody's.
    private func apply(
        _ pending: any PendingTransaction, _ insert: JournalInsert
    ) throws -> (rows: Int, lastSequence: Int64) {
        var own = (rows: 0, lastSequence: Int64(0))
        do {
            try db.inSavepoint {
                for row in try pending.apply(db) {
                    own.lastSequence = try insert.run(row)
                    own.rows += 1
                }
                return .commit
            }
        } catch {
            guard db.isInsideTransaction, !error.endsTransaction else { throw error }
            pending.fail(with: error)
            return (0, 0)
        }
        return own
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
