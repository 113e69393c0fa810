/// Tells those who wait for events how far the event store is.
public final class EventFeed: Sendable {
    private let carried = SequenceSignal(0)
    private let latestID = SequenceSignal(0)

    /// A feed that knows of nothing yet.
    public init() {}

    /// Told by whoever fills the store, after every commit.
    ///
    /// - Parameters:
    ///   - sequence: up to where the store holds the journal.
    ///   - id: the newest row.
    public func advance(carriedThrough sequence: Int64, latestID id: Int64) {
        carried.advance(to: sequence)
        latestID.advance(to: id)
    }

    /// Returns when the event store holds the journal up to `sequence`, so that who asks for events sees their own.
    ///
    /// - Returns: false when that took longer than `limit`, or the task was cancelled.
    @discardableResult
    public func catchUp(to sequence: Int64, within limit: Duration) async -> Bool {
        await carried.wait(for: sequence, within: limit)
    }

    /// Returns when the store has a row after `id`.
    ///
    /// - Returns: false when that took longer than `limit`, or the task was cancelled.
    public func waitForChange(after id: Int64, within limit: Duration) async -> Bool {
        await latestID.wait(for: id + 1, within: limit)
    }
}
