import Calculator
import Dispatch
import NIOPosix
import Synchronization

/// Runs calculations that may take long on threads of their own, so that the event loops go on answering.
///
/// A call into FLINT cannot be stopped; the bounds of every operation keep it short. What is still running at the
/// limit is answered with `time_limit` while its thread finishes, and the number of those that run or wait is
/// bounded, so that nobody can pile them up.
final class CalculationPool: Sendable {
    private let threads: NIOThreadPool
    private let present = Atomic<Int>(0)
    private let capacity: Int
    private let timeLimit: Duration

    /// - Parameters:
    ///   - width: how many run at a time.
    ///   - capacity: how many run or wait; more are refused with 503.
    init(width: Int, capacity: Int = 64, timeLimit: Duration) {
        threads = NIOThreadPool(numberOfThreads: width)
        threads.start()
        self.capacity = capacity
        self.timeLimit = timeLimit
    }

    /// The value of `calculate`, made off the caller's thread.
    /// - Throws: what it throws; `time_limit` when it takes too long; 503 when too many wait, or it waited too long.
    ///
    /// - Parameter calculate: given the moment at which nobody will wait for it any more.
    func run<Value: Sendable>(
        _ calculate: @escaping @Sendable (ContinuousClock.Instant) throws -> Value
    ) async throws -> Value {
        guard present.wrappingAdd(1, ordering: .relaxed).newValue <= capacity else {
            present.wrappingSubtract(1, ordering: .relaxed)
            throw APIError.overloaded()
        }
        let end = ContinuousClock.now + timeLimit
        return try await withCheckedThrowingContinuation { continuation in
            let answer = FirstAnswer(continuation)
            threads.submit { [self] _ in
                if answer.begin() { answer.give(Result { try calculate(end) }) }
                present.wrappingSubtract(1, ordering: .relaxed)
            }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(timeLimit / .milliseconds(1)))) {
                // What has only waited was not too hard: the service is too busy.
                answer.give(.failure(answer.hasBegun ? CalculationFailure.timeLimit : APIError.overloaded()))
            }
        }
    }
}

/// Resumes a continuation with the first of several answers.
private final class FirstAnswer<Value: Sendable>: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Value, any Error>?
        var hasBegun = false
    }

    private let state: Mutex<State>

    init(_ continuation: CheckedContinuation<Value, any Error>) {
        state = Mutex(State(continuation: continuation))
    }

    var hasBegun: Bool { state.withLock { $0.hasBegun } }

    /// False when nobody waits for the answer any more.
    func begin() -> Bool {
        state.withLock { state in
            state.hasBegun = state.continuation != nil
            return state.hasBegun
        }
    }

    func give(_ answer: Result<Value, any Error>) {
        let waiting = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        waiting?.resume(with: answer)
    }
}
