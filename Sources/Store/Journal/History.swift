public import Events
internal import GRDB

/// A calculation as its user's history shows it.
public struct HistoryEntry: Sendable, Equatable {
    /// The event's sequence in the journal.
    public let id: Int64
    /// The name of the operation.
    public let operation: String
    /// The arguments, JSON text.
    public let input: String
    /// The result, JSON text.
    public let result: String
    /// Microseconds since 1970.
    public let timestamp: Int64
}

/// Some entries of a history.
public struct HistoryPage: Sendable {
    /// The entries, newest first.
    public internal(set) var entries: [HistoryEntry] = []
    /// Whether there is no older entry, as far as it is known.
    public internal(set) var isLast = true
}

extension ServiceDatabase {
    /// The answered calculations of a user, newest first, without those that are hidden.
    ///
    /// - Parameters:
    ///   - limit: 1 to 1000.
    ///   - before: only entries with a smaller id; nil from the newest on.
    ///   - bytes: what the inputs, twice, and the results have at the most, unless a single entry has more.
    public func history(
        user: String, limit: Int, before: Int64? = nil, bytes: Int = .max
    ) async throws -> HistoryPage {
        try await read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT sequence, event, message -> '$.input', message -> '$.result', time FROM journal
                        WHERE user = ? AND in_history = 1 AND sequence < ?
                            AND NOT EXISTS (SELECT 1 FROM hidden_history h WHERE h.sequence = journal.sequence)
                        ORDER BY sequence DESC LIMIT ?
                        """), arguments: [user, before ?? .max, limit])
            var (page, left) = (HistoryPage(), bytes)
            while page.isLast, let entry = try rows.next().map(HistoryEntry.init) {
                let size = 2 * entry.input.utf8.count + entry.result.utf8.count
                if size > left, !page.entries.isEmpty {
                    page.isLast = false
                } else {
                    page.entries.append(entry)
                    left -= min(left, size)
                }
            }
            if page.entries.count == limit { page.isLast = false }
            return page
        }
    }

    /// Takes an entry out of its user's history; the event itself stays.
    ///
    /// - Parameter event: appended together with the change, and only if there is one.
    /// - Returns: false when the user's history shows no such entry.
    public func hide(entry id: Int64, of user: String, event: Event) async throws -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO hidden_history SELECT sequence FROM journal
                    WHERE sequence = ? AND user = ? AND in_history = 1
                    ON CONFLICT DO NOTHING
                    """, arguments: [id, user])
            return db.changesCount == 1 ? (true, [event]) : (false, [])
        }
    }
}

extension HistoryEntry {
    fileprivate init(_ row: Row) {
        id = row[0]
        operation = row[1]
        input = row[2] ?? "null"
        result = row[3] ?? "null"
        timestamp = row[4]
    }
}
