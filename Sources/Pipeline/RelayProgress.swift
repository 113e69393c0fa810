internal import Kafka
internal import Logging
public import Store
internal import Synchronization

/// What the relay, and whoever watches the consumer's store, know together: how far the journal is on the topic, and the
/// topic in the store.
public final class RelayProgress: Sendable {
    struct State {
        /// Sequences with the offsets that the store must have passed to hold the journal up to there; oldest first.
        var marks: [DeliveryWindow.Mark] = []
        var ends: [Int32: Int64] = [:]
        /// The last offset that has been acknowledged, by partition.
        var acknowledged: [Int32: Int64] = [:]
        /// Rises with every acknowledgement: the topic's ends that the broker was asked for before it are old news.
        var acknowledgements = 0
        /// The first offsets that the store does not have.
        var positions: [Int32: Int64] = [:]
        /// How often these have changed.
        var changes = 0
        /// By its places the store holds the journal up to here.
        var held: Int64 = 0
        /// The journal is on the topic up to here, and has been up to there.
        var (carried, furthest): (Int64, Int64) = (0, 0)
        var hasBegun = false
        /// The store does hold the journal up to here: somebody has looked.
        var verified: Int64?
        /// Whether they have missed something that should be there by the store's places.
        var isSuspect = false
        /// Since when the store has been at the topic's end and nothing has been on its way there.
        var settledSince: ContinuousClock.Instant?
        /// From where the relay has to begin again.
        var restart: Int64?
        var reasons = Reasons()
    }

    /// How many marks are kept: when the store is far behind, a coarser look at it is good enough.
    private static let markLimit = 4096

    let feed: EventFeed
    let state = Mutex(State())
    private let carried = SequenceSignal(0)
    /// Rises whenever the relay has to begin again.
    let restarts = SequenceSignal(0)

    /// - Parameter feed: told what is found out.
    public init(feed: EventFeed) {
        self.feed = feed
        feed.updateTopicDelivery { _ in }
    }

    var isReady: Bool { feed.topicDelivery?.broker == .ready }
}

extension RelayProgress {
    /// After which sequence the relay begins; as far as this process knows nothing, after `saved`.
    func takeStart(saved: Int64) -> Int64 {
        state.withLock { state in
            // What is written down may be ahead of a relay that had to begin again.
            let start = state.restart ?? (state.hasBegun ? state.carried : saved)
            (state.restart, state.hasBegun) = (nil, true)
            state.carried = start
            state.furthest = max(state.furthest, start)
            return start
        }
    }

    func producerEnded() {
        feed.updateTopicDelivery { $0.failures += 1 }
    }

    func reached(_ mark: DeliveryWindow.Mark, published: Int) {
        state.withLock { state in
            // One that the relay has left behind, being told to begin again.
            guard state.restart == nil else { return }
            state.marks.append(mark)
            if state.marks.count > Self.markLimit {
                state.marks = stride(from: 0, to: state.marks.count, by: 2).map { state.marks[$0] } + [mark]
            }
            state.acknowledgements += 1
            for (partition, offset) in mark.offsets {
                // A smaller one than before is of a topic that was made anew.
                let isOfAnotherTopic = offset < state.acknowledged[partition] ?? -1
                state.ends[partition] = max(offset + 1, isOfAnotherTopic ? 0 : state.ends[partition] ?? 0)
            }
            state.acknowledged = mark.offsets
            state.carried = mark.sequence
            state.furthest = max(state.furthest, mark.sequence)
            state.judgeRest()
        }
        carried.advance(to: mark.sequence)
        feed.updateTopicDelivery { $0.published += published }
        tellLag()
    }

    /// How many acknowledgements there have been.
    var acknowledgements: Int { state.withLock(\.acknowledgements) }

    /// Takes in the topic's ends, as they were when there had been so many acknowledgements.
    func topicEnds(at ends: [Int32: Int64], after acknowledgements: Int) {
        state.withLock { state in
            state.ends = ends
            if state.acknowledgements != acknowledgements {
                state.ends.merge(state.acknowledged.mapValues { $0 + 1 }) { max($0, $1) }
            }
            state.judgeRest()
        }
        tellLag()
    }

    /// Computed while it is told, so that of two who tell at the same time neither tells what is past.
    func tellLag() {
        feed.updateTopicDelivery { $0.lag = state.withLock(\.lag) }
    }

    func waitUntilCarried(through sequence: Int64, within limit: Duration) async {
        guard isReady else { return }
        _ = await carried.wait(for: sequence, within: limit)
    }
}

extension RelayProgress.State {
    /// How many messages the store lacks: those that it has not read yet, and all of the journal that is not known to be
    /// in it although it has been on the topic. The offsets alone would hide what a topic has lost.
    var lag: Int64 {
        let unread = ends.reduce(0) { $0 + max(0, $1.value - (positions[$1.key] ?? 0)) }
        return max(unread, verified.map { furthest - (hasWrongPlaces ? $0 : max($0, held)) } ?? 0)
    }

    /// Whether the store's places are not to be trusted: something is missing, or a partition ends before them, as those
    /// of a topic that was made anew do.
    private var hasWrongPlaces: Bool {
        isSuspect || ends.contains { $0.value < positions[$0.key] ?? 0 }
    }

    /// Notes whether the store has read the topic to its end, and the topic has all that the relay had to bring.
    mutating func judgeRest() {
        let isSettled =
            restart == nil && carried == furthest && !ends.isEmpty
            && ends.allSatisfy { $0.value == positions[$0.key] ?? 0 }
        if !isSettled { settledSince = nil } else if settledSince == nil { settledSince = .now }
    }
}

extension RelayProgress {
    /// Takes in what the store holds.
    ///
    /// - Returns: up to which sequence it holds the journal, by its places, and how many messages it lacks.
    func storeHolds(_ positions: [Int32: Int64]) -> (carried: Int64, lag: Int64) {
        defer { tellLag() }
        return state.withLock { state in
            if state.positions != positions { state.changes += 1 }
            state.positions = positions
            let held = state.marks.lastIndex { mark in
                mark.offsets.allSatisfy { positions[$0.key] ?? 0 > $0.value }
            }
            if let held {
                state.held = max(state.held, state.marks[held].sequence)
                state.marks.removeFirst(held + 1)
            }
            state.judgeRest()
            return (state.held, state.lag)
        }
    }
}

extension RelayProgress {
    /// One log line for every change between going on and waiting, and for every new reason to wait.
    func isReady(logger: Logger, _ destination: KafkaRelay.Destination) {
        state.withLock { $0.reasons.clear() }
        guard change(to: .ready) else { return }
        logger.notice(
            "Kafka ready", metadata: ["broker": "\(destination.broker)", "topic": "\(destination.topic)"])
    }

    func failed(
        _ reason: String, pause: Duration?, logger: Logger, broker destination: KafkaRelay.Destination
    ) {
        _ = change(to: .unreachable)
        guard state.withLock({ $0.reasons.isNew(reason) }) else { return }
        let first = destination.properties["reconnect.backoff.ms"] ?? ""
        let longest = destination.properties["reconnect.backoff.max.ms"] ?? ""
        logger.warning(
            "Kafka not ready, retrying",
            metadata: [
                "broker": "\(destination.broker)", "reason": "\(reason)",
                "pause": "\(pause.map { "\($0)" } ?? "\(first) ms, growing to \(longest) ms")",
            ])
    }

    private func change(to broker: TopicDelivery.Broker) -> Bool {
        var hasChanged = false
        feed.updateTopicDelivery { delivery in
            hasChanged = delivery.broker != broker
            delivery.broker = broker
        }
        return hasChanged
    }
}
