internal import GRDB

/// One transaction for a group of changes.
struct JournalTransaction {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// What the journal has gained: rows, the sequence of the last (0 for none), and the length of the messages.
    struct Gain {
        var rows = 0
        var lastSequence: Int64 = 0
        var bytes = 0

        mutating func add(_ row: JournalRow, sequence: Int64) {
            rows += 1
            lastSequence = sequence
            bytes += row.message.count
        }
    }

    /// Commits all changes, or throws and leaves none of them.
    func commit(_ group: [GroupWriter.Waiting]) throws -> Gain {
        do {
            if db.isInsideTransaction { try db.rollback() }
            try db.beginTransaction(.immediate)
            let insert = try JournalInsert(db)
            var gained = Gain()
            for waiting in group {
                switch waiting.change {
                case .row(let row): gained.add(row, sequence: try insert.run(row))
                case .transaction(let pending):
                    let own = try apply(pending, insert)
                    gained.rows += own.rows
                    gained.bytes += own.bytes
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
    private func apply(_ pending: any PendingTransaction, _ insert: JournalInsert) throws -> Gain {
        var own = Gain()
        do {
            try db.inSavepoint {
                for row in try pending.apply(db) { own.add(row, sequence: try insert.run(row)) }
                return .commit
            }
        } catch {
            guard db.isInsideTransaction, !error.endsTransaction else { throw error }
            pending.fail(with: error)
            return Gain()
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
