internal import Synchronization

/// At most so many in a minute for each key, on a clock that never goes back: the generic cell rate algorithm (ITU-T
/// I.371), which keeps one number for a key. A key may use its whole minute at once and then gets one back every
/// 60/limit seconds.
public final class RateLimiter: Sendable {
    /// The time at which each key has its whole minute again, in nanoseconds.
    private let fullAt = Mutex<[String: Int64]>([:])
    private let limit: Int64
    private let interval: Int64
    private let capacity: Int
    private let clock: AccountClock

    private static let minute: Int64 = 60_000_000_000

    /// A `limitPerMinute` of 0 is no limit. `capacity` keys are remembered at most.
    public init(limitPerMinute: Int, capacity: Int = 100_000, clock: AccountClock = .system) {
        limit = Int64(max(0, limitPerMinute))
        interval = limit == 0 ? 0 : Self.minute / limit
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
                return Int((wait + 999_999_999) / 1_000_000_000)
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

    /// Keys with their whole minute say nothing. If all others still fill the memory, they are all forgiven: that is
    /// better than to refuse everybody or to grow for ever.
    private static func makeRoom(in times: inout [String: Int64], now: Int64, capacity: Int) {
        times = times.filter { $0.value > now }
        if times.count >= capacity {
            times.removeAll()
        }
    }
}
