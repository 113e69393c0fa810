internal import Synchronization

/// How a consumer is, for those who ask.
public struct ConsumerCondition: Sendable, Equatable {
    /// Whether it reads all that it should, and can store it.
    public let isWell: Bool
    /// What it does, or why it cannot.
    public let text: String
}

/// What the consumer's thread leaves behind for those who ask how it is.
final class ConsumerPulse: Sendable {
    /// A thread that has not come by for this long hangs.
    private static let patience = Duration.seconds(10)

    private struct State {
        var lastTurn = ContinuousClock.now
        var partitions: Int?
        var trouble: String?
    }

    private let state = Mutex(State())

    /// - Parameter partitions: how many are being read; nil while none have been given to this consumer.
    func beat(partitions: Int?) {
        state.withLock { ($0.lastTurn, $0.partitions) = (.now, partitions) }
    }

    func note(_ trouble: String?) {
        state.withLock { $0.trouble = trouble }
    }

    var condition: ConsumerCondition {
        let state = state.withLock { $0 }
        let silence = state.lastTurn.duration(to: .now)
        if silence > Self.patience {
            return ConsumerCondition(isWell: false, text: "hangs since \(silence.components.seconds) s")
        }
        if let trouble = state.trouble { return ConsumerCondition(isWell: false, text: trouble) }
        guard let partitions = state.partitions else {
            return ConsumerCondition(isWell: false, text: "waits for the topic's partitions")
        }
        return ConsumerCondition(isWell: true, text: "reads \(partitions) partitions")
    }
}
