internal import Synchronization

/// At most so many in a time for each key, on a clock that never goes back: the generic cell rate algorithm (ITU-T
/// I.371), which keeps one number for a key. A key may use all of it at once and then gets one back at a time, evenly.
public final class RateLimiter: Sendable {
    /// The time at which each key has all of it again, in nanoseconds.
    private let fullAt = Mutex<[String: Int64]>([:])
    private let limit: Int64
    private let interval: Int64
    private let capacity: Int
    private let clock: AccountClock

    private static let second: Int64 = 1_000_000_000

    /// A `limit` of 0 is none. `capacity` keys are remembered at most.
    public init(limit: Int, seconds: Int = 60, capacity: Int = 100_000, clock: AccountClock = .system) {
        self.limit = Int64(max(0, limit))
        interval = limit <= 0 ? 0 : Int64(seconds) * Self.second / Int64(limit)
        self.capacity = capacity
        self.clock = clock
    }

    /// Counts one for the key. nil when it is allowed; else the seconds after which the next one is.
    public func take(_ key: String) -> Int? {
        guard limit > 0 else { return nil }
        let now = clock.monotonicNanoseconds()
        return fullAt.withLock { times in
            let start = max(times[key] ?? now, now)
            let wait = start + interval - now - limit * interval
            if wait > 0 {
                return Int((wait + Self.second - 1) / Self.second)
            }
            if times[key] == nil, times.count >= capacity {
                Self.makeRoom(in: &times, now: now, capacity: capacity)
            }
            times[key] = start + interval
            return nil
        }
    }

    /// Takes back what `take` counted.
    public func giveBack(_ key: String) {
        fullAt.withLock { times in
            if let time = times[key] {
                times[key] = time - interval
            }
        }
    }

    /// Counts more of what `take` has let in, whether the key has so much or not.
    public func charge(_ key: String, _ count: Int) {
        fullAt.withLock { times in
            if let time = times[key] {
                times[key] = time + Int64(count) * interval
            }
        }
    }

    /// Keys that have all of it say nothing. If the others still fill the memory, those that have used least are
    /// forgiven, half of them at least, so that who makes up keys does not make each new one cost a look at all.
    private static func makeRoom(in times: inout [String: Int64], now: Int64, capacity: Int) {
        times = times.filter { $0.value > now }
        guard times.count > capacity / 2 else { return }
        let median = times.values.sorted()[times.count / 2]
        times = times.filter { $0.value > median }
    }
}
