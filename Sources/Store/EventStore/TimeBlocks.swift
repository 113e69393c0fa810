internal import GRDB

/// Between which times the events of a block of ids lie: a table of one row for a thousand events.
///
/// Events are stored nearly, but not strictly, in the order of their times, and are read in the order of ids. So a range
/// of time is a window of ids, and this finds it exactly without reading the events. An index by time would cost every
/// event more, and the window would have to be sought through all of its entries in the range.
struct TimeBlocks {
    static let size = 1000

    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Notes events that have just been stored, in the same transaction.
    func add(ids: ClosedRange<Int64>, times: ClosedRange<Double>) throws {
        try db.cachedStatement(
            sql: """
                UPDATE time_blocks SET last_id = ?1, earliest = min(earliest, ?2), latest = max(latest, ?3)
                WHERE first_id = (SELECT max(first_id) FROM time_blocks) AND first_id > ?1 - \(Self.size)
                """
        ).execute(arguments: [ids.upperBound, times.lowerBound, times.upperBound])
        if db.changesCount > 0 { return }
        try db.cachedStatement(sql: "INSERT INTO time_blocks VALUES (?, ?, ?, ?)")
            .execute(arguments: [ids.lowerBound, ids.upperBound, times.lowerBound, times.upperBound])
    }

    /// The ids between which all events at or after `since` and before `until` lie; nil when there are none.
    func window(since: Double, until: Double) throws -> ClosedRange<Int64>? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT min(first_id), max(last_id) FROM time_blocks WHERE latest >= ? AND earliest < ?"),
            arguments: [since, until])
        guard let row, let first: Int64 = row[0], let last: Int64 = row[1] else { return nil }
        return first...last
    }
}
