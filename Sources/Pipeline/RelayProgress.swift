internal import Kafka
internal import Logging
public import Store
internal import Synchronization

/// What the relay, and whoever watches the consumer's store, know together: how far the journal is on the topic, and the
/// topic in the store.
public final class RelayProgress: Sendable {
    private struct State {
        /// Sequences with the offsets that the store must have passed to hold the journal up to there; oldest first.
        var marks: [DeliveryWindow.Mark] = []
        var ends: [Int32: Int64] = [:]
        var carried: Int64 = 0
    }

    /// How many marks are kept: when the store is far behind, a coarser look at it is good enough.
    private static let markLimit = 4096

    private let feed: EventFeed
    private let state = Mutex(State())
    private let carried = SequenceSignal(0)

    /// - Parameter feed: told what is found out.
    public init(feed: EventFeed) {
        self.feed = feed
        feed.updateTopicDelivery { _ in }
    }

    var isReady: Bool { feed.topicDelivery?.broker == .ready }
}

extension RelayProgress {
    /// The last sequence that is on the topic, as far as this process knows.
    var carriedSequence: Int64 { carried.value }

    func producerEnded() {
        feed.updateTopicDelivery { $0.failures += 1 }
    }

    func reached(_ mark: DeliveryWindow.Mark, published: Int) {
        state.withLock { state in
            state.marks.append(mark)
            if state.marks.count > Self.markLimit {
                state.marks = stride(from: 0, to: state.marks.count, by: 2).map { state.marks[$0] } + [mark]
            }
            for (partition, offset) in mark.offsets {
                state.ends[partition] = max(offset + 1, state.ends[partition] ?? 0)
            }
        }
        carried.advance(to: mark.sequence)
        feed.updateTopicDelivery { $0.published += published }
    }

    func topicEnds(at ends: [Int32: Int64]) {
        state.withLock { $0.ends = ends }
    }

    func waitUntilCarried(through sequence: Int64, within limit: Duration) async {
        guard isReady else { return }
        _ = await carried.wait(for: sequence, within: limit)
    }
}

extension RelayProgress {
    /// Takes in what the store holds.
    ///
    /// - Returns: up to which sequence it holds the journal, if that has become more.
    func storeHolds(_ positions: [Int32: Int64]) -> (carried: Int64, lag: Int64) {
        state.withLock { state in
            let held = state.marks.lastIndex { mark in
                mark.offsets.allSatisfy { positions[$0.key] ?? 0 > $0.value }
            }
            if let held {
                state.carried = max(state.carried, state.marks[held].sequence)
                state.marks.removeFirst(held + 1)
            }
            let lag = state.ends.reduce(Int64(0)) { $0 + max(0, $1.value - (positions[$1.key] ?? 0)) }
            return (state.carried, lag)
        }
    }
}

extension RelayProgress {
    /// One log line for every change between going on and waiting.
    func isReady(logger: Logger, _ destination: KafkaRelay.Destination) {
        guard change(to: .ready) else { return }
        logger.notice(
            "Kafka ready", metadata: ["broker": "\(destination.broker)", "topic": "\(destination.topic)"])
    }

    func failed(
        _ reason: String, pause: Duration?, logger: Logger, broker destination: KafkaRelay.Destination
    ) {
        guard change(to: .unreachable) else { return }
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
