import Dispatch
import Synchronization

/// The jobs that wait for a worker.
///
/// The next one is the first of the user with the fewest running, so that a user who asks for much waits for himself,
/// not others for him; and nobody may take up more than half of the room.
final class JobQueue: Sendable {
    private struct State {
        var waiting: [WaitingJob] = []
        var running: [String: Int] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let capacity: Int
    private let width: Int

    init(capacity: Int, width: Int) {
        self.capacity = capacity
        self.width = width
    }

    /// Whether there was room for the job.
    func add(_ job: WaitingJob) -> Bool {
        let hasRoom = state.withLock { state in
            let own = state.waiting.count { $0.user == job.user }
            guard !state.isClosed, state.waiting.count < capacity, own < max(1, capacity / 2) else { return false }
            state.waiting.append(job)
            return true
        }
        if hasRoom { available.signal() }
        return hasRoom
    }

    /// The next job, as soon as there is one; nil when the queue is closed.
    func next() -> WaitingJob? {
        available.wait()
        return state.withLock { state in
            guard !state.isClosed else { return nil }
            let running = state.running
            let best = state.waiting.indices.min {
                running[state.waiting[$0].user, default: 0] < running[state.waiting[$1].user, default: 0]
            }
            guard let best else { return nil }
            let job = state.waiting.remove(at: best)
            state.running[job.user, default: 0] += 1
            return job
        }
    }

    /// To be called when a job that `next` gave is done.
    func finished(_ job: WaitingJob) {
        state.withLock { state in
            let left = state.running[job.user, default: 1] - 1
            state.running[job.user] = left > 0 ? left : nil
        }
    }

    /// Refuses what waits and what comes, and lets go of those who wait for a job.
    func close() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isClosed = true
            return state.waiting
        }
        for job in waiting { job.continuation.resume(throwing: APIError.overloaded()) }
        for _ in 0..<width { available.signal() }
    }
}
