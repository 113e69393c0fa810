internal import Synchronization

/// Tells those who wait for events how far the event store is.
public final class EventFeed: Sendable {
    private let carried = SequenceSignal(0)
    private let latestID = SequenceSignal(0)
    private let delivery = Mutex<TopicDelivery?>(nil)

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

    /// How events get to the store through a topic; nil where they do not pass one.
    public var topicDelivery: TopicDelivery? { delivery.withLock { $0 } }

    /// Changes what is told of the way through a topic.
    public func updateTopicDelivery(_ change: (inout TopicDelivery) -> Void) {
        delivery.withLock { delivery in
            var changed = delivery ?? TopicDelivery()
            change(&changed)
            delivery = changed
        }
    }

    /// Returns when the event store holds the journal up to `sequence`, so that who asks for events sees their own.
    ///
    /// - Returns: false when that took longer than `limit`, or the task was cancelled.
    @discardableResult
    public func catchUp(to sequence: Int64, within limit: Duration) async -> Bool {
        // While events cannot get through, waiting for them would only be slow.
        let isHopeless = topicDelivery.map { $0.broker != .ready || !$0.isStored } ?? false
        return await carried.wait(for: sequence, within: isHopeless ? .zero : limit)
    }

    /// Returns when the store has a row after `id`.
    ///
    /// - Returns: false when that took longer than `limit`, or the task was cancelled.
    public func waitForChange(after id: Int64, within limit: Duration) async -> Bool {
        await latestID.wait(for: id + 1, within: limit)
    }
}
