import Accounts
import Events
import Hummingbird
import Store

extension EventFilter {
    /// The events that a request asks for, and how many of them if it says so. A user sees their own; an administrator
    /// all, or those of one user.
    static func asked(by request: Request, for user: Principal) throws -> (EventFilter, limit: Int?) {
        var query = QueryReader(
            FormItems(request.uri.query ?? ""), known: ["user", "event", "since", "until", "limit", "cursor"])
        let filter = EventFilter(
            user: try Self.user(query.string("user"), for: user), ownedSince: user.ownsEventsSince,
            event: query.string("event"),
            since: query.moment("since"), until: query.moment("until"),
            before: query.integer("cursor", in: 1...Int64.max))
        let limit = query.integer("limit", in: 1...1000)
        try query.check()
        return (filter, limit.map { Int($0) })
    }

    /// Whose events: `nil` for everybody's.
    static func user(_ asked: String?, for user: Principal) throws -> String? {
        if user.role == .admin { return asked }
        guard asked == nil || asked == user.username else { throw APIError.forbidden }
        return user.username
    }
}

extension Principal {
    /// From when on events with the user's name are their own, in microseconds since 1970; nil for no such moment, and
    /// for administrators, who see everybody's. A moment to come is a clock's mistake, and the events since are theirs.
    var ownsEventsSince: Int64? {
        role == .admin || eventsSince == 0 || eventsSince > Event.now() ? nil : eventsSince
    }
}
