internal import GRDB

/// Which events are asked for, and in which order.
public struct EventFilter: Sendable, Equatable {
    /// Only this user's.
    public var user: String?
    /// Only the user's events at or after this time, in microseconds since 1970: earlier ones bear the name of somebody
    /// else. Unlike ``since`` it does not narrow the search.
    public var ownedSince: Int64?
    /// Only events of this name.
    public var event: String?
    /// Only events at or after this time, in microseconds since 1970.
    public var since: Int64?
    /// Only events before this time, in microseconds since 1970.
    public var until: Int64?
    /// Only rows with a smaller id.
    public var before: Int64?
    /// Only rows with a greater id.
    public var after: Int64?
    /// The order of the answer.
    public var order: Order

    /// The two orders there are.
    public enum Order: Sendable {
        /// The latest row first.
        case newestFirst
        /// As they were stored.
        case oldestFirst
    }

    /// All events, newest first, unless arguments say otherwise.
    public init(
        user: String? = nil, ownedSince: Int64? = nil, event: String? = nil, since: Int64? = nil, until: Int64? = nil,
        before: Int64? = nil, after: Int64? = nil, order: Order = .newestFirst
    ) {
        self.user = user
        self.ownedSince = ownedSince
        self.event = event
        self.since = since
        self.until = until
        self.before = before
        self.after = after
        self.order = order
    }
}

extension EventFilter {
    /// The ids between which all events of the time asked for lie; nil when there are none.
    func window(_ db: Database) throws -> ClosedRange<Int64>? {
        if since == nil && until == nil { return Int64.min...Int64.max }
        return try TimeBlocks(db).window(since: (since ?? .min).seconds, until: (until ?? .max).seconds)
    }

    /// The rows in `window` that match, `limit` at most.
    func rows(_ db: Database, in window: ClosedRange<Int64>, limit: Int) throws -> [StoredEvent] {
        let statement = try statement(db, in: window, limit: limit)
        return try Array(Row.fetchCursor(statement).map(StoredEvent.init))
    }

    /// Looks at the rows in `window` that match, `limit` at most, until it is told to stop.
    /// - Returns: whether it has seen all of them.
    func forEachRow(
        _ db: Database, in window: ClosedRange<Int64>, limit: Int, _ body: (EventRow) throws -> Bool
    ) throws -> Bool {
        let statement = try statement(db, in: window, limit: limit)
        let rows = try Row.fetchCursor(statement)
        let row = EventRow(statement)
        while try rows.next() != nil {
            guard try body(row) else { return false }
        }
        return true
    }

    private func statement(_ db: Database, in window: ClosedRange<Int64>, limit: Int) throws -> Statement {
        var conditions = ["id BETWEEN ? AND ?"]
        var arguments: StatementArguments = [
            max(window.lowerBound, after.map { $0 + 1 } ?? .min), min(window.upperBound, before.map { $0 - 1 } ?? .max),
        ]
        func add(_ condition: String, _ value: (some DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        add("\"user\" = ?", user)
        add("time >= ?", ownedSince.map(\.seconds))
        add("event = ?", event)
        add("time >= ?", since.map(\.seconds))
        add("time < ?", until.map(\.seconds))
        arguments += [limit]
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(StoredEvent.columns) FROM kafka_logs WHERE \(conditions.joined(separator: " AND "))
                ORDER BY id \(order == .newestFirst ? "DESC" : "ASC") LIMIT ?
                """)
        try statement.setArguments(arguments)
        return statement
    }
}

extension Int64 {
    /// Seconds from microseconds, as the column `time` holds them.
    var seconds: Double { Double(self) / 1_000_000 }
}
