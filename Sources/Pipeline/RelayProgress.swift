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
        /// Rises with every acknowledgement: the topic's ends that the broker was asked for before it are old news.
        var acknowledgements = 0
        /// The first offsets that the store does not have.
        var positions: [Int32: Int64] = [:]
        var carried: Int64 = 0

        var lag: Int64 {
            ends.reduce(0) { $0 + max(0, $1.value - (positions[$1.key] ?? 0)) }
        }
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
            state.acknowledgements += 1
            for (partition, offset) in mark.offsets {
                state.ends[partition] = max(offset + 1, state.ends[partition] ?? 0)
            }
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
            if state.acknowledgements == acknowledgements {
                state.ends = ends
            } else {
                state.ends.merge(ends) { max($0, $1) }
            }
        }
        tellLag()
    }

    /// Computed while it is told, so that of two who tell at the same time neither tells what is past.
    private func tellLag() {
        feed.updateTopicDelivery { $0.lag = state.withLock(\.lag) }
    }

    func waitUntilCarried(through sequence: Int64, within limit: Duration) async {
        guard isReady else { return }
        _ = await carried.wait(for: sequence, within: limit)
    }
}

extension RelayProgress {
    /// Takes in what the store holds.
    ///
    /// - Returns: up to which sequence it holds the journal, and how many messages it lacks.
    func storeHolds(_ positions: [Int32: Int64]) -> (carried: Int64, lag: Int64) {
        defer { tellLag() }
        return state.withLock { state in
            state.positions = positions
            let held = state.marks.lastIndex { mark in
                mark.offsets.allSatisfy { positions[$0.key] ?? 0 > $0.value }
            }
            if let held {
                state.carried = max(state.carried, state.marks[held].sequence)
                state.marks.removeFirst(held + 1)
            }
            return (state.carried, state.lag)
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
