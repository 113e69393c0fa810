import Synchronization

/// A clock that tells the given times one after the other.
final class Times: Sendable {
    private let left: Mutex<[(seconds: Int, milliseconds: Int)]>

    init(_ times: [(seconds: Int, milliseconds: Int)]) {
        left = Mutex(times)
    }

    func next() -> (seconds: Int, milliseconds: Int) {
        left.withLock { $0.isEmpty ? (0, 0) : $0.removeFirst() }
    }
}
