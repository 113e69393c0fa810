import Kafka
import Synchronization

/// A consumer's store that is in memory, and fails when it is told to.
final class MemoryStore: KafkaMessageStore {
    struct Full: Error {}

    private struct State {
        var messages: [KafkaMessage] = []
        var positions: [Int32: Int64]
        var failures: Int
        var attempts = 0
        /// The last message of each partition, and that before the position at the beginning.
        var last: [Int32: [UInt8]] = [:]
        var known: [UInt8]?
    }

    private let state: Mutex<State>

    /// - Parameter last: the message before the position, of a store that can tell.
    init(positions: [Int32: Int64] = [:], failures: Int = 0, last: String? = nil) {
        state = Mutex(State(positions: positions, failures: failures, known: last.map { Array($0.utf8) }))
    }

    var messages: [KafkaMessage] { state.withLock(\.messages) }
    var attempts: Int { state.withLock(\.attempts) }

    func positions() throws -> [Int32: Int64] { state.withLock(\.positions) }

    func isStored(_ message: KafkaMessage) throws -> Bool {
        state.withLock { state in
            guard let last = state.last[message.partition] ?? state.known else { return true }
            return last == message.value
        }
    }

    func store(_ messages: [KafkaMessage]) throws {
        try state.withLock { state in
            state.attempts += 1
            if state.failures > 0 {
                state.failures -= 1
                throw Full()
            }
            state.messages += messages
            for message in messages {
                state.positions[message.partition] = message.offset + 1
                state.last[message.partition] = message.value
            }
        }
    }

    func move(to positions: [Int32: Int64]) throws {
        state.withLock { state in
            state.positions.merge(positions) { $1 }
            for partition in positions.keys { state.last[partition] = nil }
            state.known = nil
        }
    }

    /// Makes it another topic that was read: the last message was this one.
    func forget(last: String) {
        state.withLock { state in
            for partition in state.positions.keys { state.last[partition] = Array(last.utf8) }
        }
    }
}
