internal import Synchronization

/// A number that only grows, and those who wait for it to reach a value.
package final class SequenceSignal: Sendable {
    private struct State {
        var value: Int64
        var isFinished = false
        var nextWaiter = 0
        var waiters: [Int: (target: Int64, continuation: UnsafeContinuation<Void, Never>)] = [:]

        mutating func takeReached() -> [UnsafeContinuation<Void, Never>] {
            guard !waiters.isEmpty else { return [] }
            let reached = waiters.filter { isFinished || $0.value.target <= value }
            for waiter in reached.keys { waiters.removeValue(forKey: waiter) }
            return reached.values.map(\.continuation)
        }
    }

    private let state: Mutex<State>

    package init(_ value: Int64) {
        state = Mutex(State(value: value))
    }

    package var value: Int64 {
        state.withLock(\.value)
    }

    /// Raises the number and resumes everybody whose target is reached; a smaller number changes nothing.
    package func advance(to value: Int64) {
        let reached = state.withLock { state in
            state.value = max(state.value, value)
            return state.takeReached()
        }
        for continuation in reached { continuation.resume() }
    }

    /// Resumes everybody, now and later.
    package func finish() {
        let reached = state.withLock { state in
            state.isFinished = true
            return state.takeReached()
        }
        for continuation in reached { continuation.resume() }
    }

    /// Returns when the number has reached `target`, when the task is cancelled, or when the signal has finished.
    package func wait(for target: Int64) async {
        let waiter = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            // Unsafe only in that nobody checks what the state guarantees: a waiter is taken out once and resumed then.
            await withUnsafeContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isFinished || state.value >= target || Task.isCancelled { return true }
                    state.waiters[waiter] = (target, continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: waiter) }?.continuation.resume()
        }
    }

    /// Waits for `limit` at most.
    ///
    /// - Returns: whether the number has reached `target`.
    package func wait(for target: Int64, within limit: Duration) async -> Bool {
        if value >= target { return true }
        await withTaskGroup { group in
            group.addTask { await self.wait(for: target) }
            // The sleep ends early only when it is cancelled, and then nobody looks at it.
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        return value >= target
    }
}
