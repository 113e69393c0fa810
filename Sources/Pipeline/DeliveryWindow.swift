internal import Kafka
internal import Store
internal import Synchronization

/// What has been sent and not been acknowledged, and up to where everything has been.
///
/// Acknowledgements come in any order of partitions; the journal is carried up to the first entry that has none yet.
final class DeliveryWindow: Sendable {
    /// How many entries may be under way.
    static let size = 8192

    /// How far the journal is on the topic.
    struct Mark: Sendable, Equatable {
        /// Every entry up to this one is on the topic.
        var sequence: Int64
        /// The last offset that has been acknowledged, by partition; none before the first.
        var offsets: [Int32: Int64]
    }

    private struct State {
        var mark: Mark
        /// By sequence modulo the window's size: the message's length, negative once it has been acknowledged.
        var lengths = [Int32](repeating: 0, count: DeliveryWindow.size)
        var carriedBytes = 0
        var published = 0
        var lastProgress = ContinuousClock.now
    }

    private let state: Mutex<State>
    private let savedSequence: Atomic<Int64>
    /// The sequence up to which everything is on the topic.
    let carried: SequenceSignal

    init(after sequence: Int64) {
        state = Mutex(State(mark: Mark(sequence: sequence, offsets: [:])))
        savedSequence = Atomic(sequence)
        carried = SequenceSignal(sequence)
    }

    /// Up to where the mark has been written down.
    var saved: Int64 {
        get { savedSequence.load(ordering: .relaxed) }
        set { savedSequence.store(newValue, ordering: .relaxed) }
    }

    var mark: Mark { state.withLock(\.mark) }

    /// Begins with the ends of the topic: what was on it before lies before them, whoever has sent it.
    func seed(ends: [Int32: Int64]) {
        state.withLock { state in
            for (partition, end) in ends {
                state.mark.offsets[partition] = max(end - 1, state.mark.offsets[partition] ?? -1)
            }
        }
    }

    /// Notes an entry that is about to be sent; it lies within the window.
    func add(_ sequence: Int64, length: Int) {
        state.withLock { state in
            if state.mark.sequence == sequence - 1 { state.lastProgress = .now }
            state.lengths[Self.slot(sequence)] = Int32(clamping: length + 1)
        }
    }

    /// How long nothing has been acknowledged although something is under way.
    func stalled(sent: Int64) -> Duration {
        state.withLock { state in
            state.mark.sequence >= sent ? .zero : state.lastProgress.duration(to: .now)
        }
    }

    func acknowledge(_ deliveries: [KafkaDelivery]) {
        let reached = state.withLock { state in
            for delivery in deliveries {
                let slot = Self.slot(Int64(delivery.tag))
                state.lengths[slot] = -abs(state.lengths[slot])
                // They come in the order of the partition; a smaller one than before is of a topic that was made anew.
                // (A message that the broker had already has none.)
                if delivery.offset >= 0 { state.mark.offsets[delivery.partition] = delivery.offset }
            }
            state.published += deliveries.count
            while case let length = state.lengths[Self.slot(state.mark.sequence + 1)], length < 0 {
                state.lengths[Self.slot(state.mark.sequence + 1)] = 0
                state.mark.sequence += 1
                state.carriedBytes += Int(-length) - 1
                state.lastProgress = .now
            }
            return state.mark.sequence
        }
        carried.advance(to: reached)
    }

    /// What has been carried since this was asked last: bytes and messages.
    func takeCounts() -> (bytes: Int, published: Int) {
        state.withLock { state in
            defer { (state.carriedBytes, state.published) = (0, 0) }
            return (state.carriedBytes, state.published)
        }
    }

    private static func slot(_ sequence: Int64) -> Int { Int(sequence & Int64(size - 1)) }
}
