internal import Events
internal import GRDB

/// A change that waits for its turn in a group's transaction.
protocol PendingTransaction: AnyObject, Sendable {
    /// Makes the change and returns the events that are committed with it.
    func apply(_ db: Database) throws -> [JournalRow]
    /// Keeps the error that undid this change alone.
    func fail(with error: any Error)
    /// Lets go of the change, for a group that failed before its turn.
    func abandon()
}

/// A change with the result that its caller waits for.
///
/// Unchecked because its variables are written on the writer's queue only, and `outcome` is read only after the waiter was resumed there.
final class PendingWrite<Value: Sendable>: PendingTransaction, @unchecked Sendable {
    typealias Body = @Sendable (Database) throws -> (result: Value, events: [Event])

    /// Let go of on the writer's queue while the caller still waits: what it holds on to, the database perhaps, must not
    /// come to its end there.
    private var body: Body?
    private(set) var outcome: Result<Value, any Error>?

    init(_ body: @escaping Body) {
        self.body = body
    }

    func apply(_ db: Database) throws -> [JournalRow] {
        defer { body = nil }
        guard let (result, events) = try body?(db) else { return [] }
        outcome = .success(result)
        return events.map(JournalRow.init)
    }

    func fail(with error: any Error) {
        outcome = .failure(error)
    }

    func abandon() {
        body = nil
    }
}
