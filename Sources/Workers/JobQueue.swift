import Foundation

/// The jobs that wait for a worker.
///
/// The next one is that of the user who has had the least of late, so that who asks for much waits for himself, not
/// others for him. Nobody may take up more than half of the room; where there is none, a newcomer takes that of whoever
/// has the most waiting.
///
/// Unchecked because everything that changes is touched while `condition` is locked, and nowhere else.
final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private let timeLimit: Duration
    private var waiting: [WaitingJob] = []
    private var shares = UserShares()
    /// How many workers of the general lane have nothing to do.
    private var idle = 0
    private var running = 0
    private var isClosed = false

    init(capacity: Int, timeLimit: Duration) {
        self.capacity = capacity
        self.timeLimit = timeLimit
    }

    /// Takes the job, refusing another where there is no room for both, or it itself where it is the greediest.
    func add(_ job: WaitingJob) {
        let refused = condition.withLock { () -> [WaitingJob] in
            guard !isClosed else { return [job] }
            let expired = removeExpired()
            guard waiting.count(where: { $0.user == job.user }) < max(1, capacity / 2) else { return expired + [job] }
            var displaced: [WaitingJob] = []
            if waiting.count >= capacity {
                guard let index = greediest(beyond: job.user) else { return expired + [job] }
                displaced = [waiting.remove(at: index)]
            }
            waiting.append(job)
            condition.broadcast()
            return expired + displaced
        }
        for job in refused { job.refuse() }
    }

    /// The next job for a worker, as soon as there is one; nil when the queue is closed. `finished` is to be called then.
    func next(_ lane: Lane) -> WaitingJob? {
        while true {
            let (job, expired, isClosed) = condition.withLock { () -> (WaitingJob?, [WaitingJob], Bool) in
                let expired = removeExpired()
                if expired.isEmpty, !self.isClosed, best(lane) == nil {
                    if lane == .general { idle += 1 }
                    condition.wait()
                    if lane == .general { idle -= 1 }
                }
                guard !self.isClosed, let index = best(lane) else { return (nil, expired, self.isClosed) }
                let job = waiting.remove(at: index)
                running += 1
                shares.begin(job.user, limit: lane.limit(timeLimit), at: .now)
                // The short lane looks at how many of the others are idle.
                condition.broadcast()
                return (job, expired, false)
            }
            for job in expired { job.refuse() }
            if job != nil || isClosed { return job }
        }
    }

    /// To be called when the worker that took a job with `next` is ready for another one.
    func finished(_ job: WaitingJob, _ lane: Lane, took: Duration) {
        condition.withLock {
            running -= 1
            shares.end(job.user, limit: lane.limit(timeLimit), took: took, at: .now)
        }
    }

    /// A job that took longer than the short lane gives waits in its old place for a worker that has the time.
    func putBack(_ job: WaitingJob) {
        var long = job
        long.isLong = true
        let isRefused = condition.withLock {
            if !isClosed { waiting.insert(long, at: 0) }
            condition.broadcast()
            return isClosed
        }
        if isRefused { job.refuse() }
    }

    /// How many jobs run, and how many wait.
    var load: (running: Int, waiting: Int) {
        condition.withLock { (running, waiting.count) }
    }

    /// Refuses what waits and what comes, and lets go of those who wait for a job.
    func close() {
        let refused = condition.withLock {
            defer { waiting = [] }
            isClosed = true
            condition.broadcast()
            return waiting
        }
        for job in refused { job.refuse() }
    }
}

extension JobQueue {
    /// The job that comes next in a lane: of the user who has had the least, then of the one with the fewest waiting.
    private func best(_ lane: Lane) -> Int? {
        guard lane == .general || waiting.count > idle else { return nil }
        let demands = demands()
        let candidates = waiting.indices.filter { index in
            lane == .general || !waiting[index].isLong && demands[waiting[index].user]?.moments == 0
        }
        return candidates.min { a, b in
            guard let a = demands[waiting[a].user], let b = demands[waiting[b].user] else { return false }
            return (a.moments, a.waiting) < (b.moments, b.waiting)
        }
    }

    /// The last job of whoever has the most waiting, when that is more than this user would have; of several such users,
    /// and of those with as many, the one who has had the most.
    private func greediest(beyond user: String) -> Int? {
        let demands = demands(and: user)
        guard let own = demands[user],
            let (greedy, worst) = demands.max(by: {
                ($0.value.waiting, $0.value.moments) < ($1.value.waiting, $1.value.moments)
            }),
            (own.waiting + 1, own.moments) < (worst.waiting, worst.moments)
        else { return nil }
        return waiting.lastIndex { $0.user == greedy }
    }

    /// What a user asks of the workers.
    private struct Demand {
        /// How much he has had of late. Less than a moment is nothing: who has asked for one sine is like a newcomer.
        let moments: Int
        var waiting = 0
    }

    private func demands(and another: String? = nil) -> [String: Demand] {
        let now = ContinuousClock.now
        var demands: [String: Demand] = [:]
        for user in waiting.lazy.map(\.user) + [another].compactMap(\.self) where demands[user] == nil {
            demands[user] = Demand(moments: Int(shares.use(by: user, at: now) / (Lane.moment / .seconds(1))))
        }
        for job in waiting { demands[job.user]?.waiting += 1 }
        return demands
    }

    /// Takes out what has waited too long.
    private func removeExpired() -> [WaitingJob] {
        let now = ContinuousClock.now
        let expired = waiting.filter { $0.patience < now }
        if !expired.isEmpty { waiting.removeAll { $0.patience < now } }
        return expired
    }
}
