internal import Store
internal import Synchronization

/// What has been on the topic, compared with what is in the store.
extension RelayProgress {
    /// Takes in what was known at the end of the process before.
    func beginAudit(after sequence: Int64, lost: Int64) {
        state.withLock { $0.verified = sequence }
        feed.updateTopicDelivery { $0.lost = lost }
        tellLag()
    }

    /// Up to which sequence the store should hold the journal: by the places that it has read up to, or all that has been
    /// carried once it has read the topic to its end.
    var auditTarget: Int64 {
        state.withLock { $0.settledSince == nil ? min($0.held, $0.carried) : $0.carried }
    }

    var verified: Int64 { state.withLock { $0.verified ?? 0 } }

    /// The store does hold the journal up to `sequence`, and does not hold the next where something `isMissing`.
    func verified(through sequence: Int64, isMissing: Bool = false) {
        state.withLock { ($0.verified, $0.isSuspect) = (sequence, isMissing) }
        tellLag()
    }

    /// Since when the store has been at the topic's end with nothing on its way there; nil while it is not.
    var settledSince: ContinuousClock.Instant? { state.withLock(\.settledSince) }

    /// How often the store has been seen to have moved.
    var storeChanges: Int { state.withLock(\.changes) }

    /// How many events the topic has lost before they were stored.
    var lost: Int64 { feed.topicDelivery?.lost ?? 0 }

    /// Has the relay begin again after `sequence`.
    func carryAgain(after sequence: Int64, lost count: Int64) {
        state.withLock { state in
            state.restart = sequence
            state.held = min(state.held, sequence)
            state.marks = []
            state.settledSince = nil
        }
        feed.updateTopicDelivery { $0.lost += count }
        restarts.advance(to: restarts.value + 1)
    }
}
