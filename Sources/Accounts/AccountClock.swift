internal import Glibc

/// The two clocks that accounts need; tests give their own.
public struct AccountClock: Sendable {
    /// Seconds since 1970: what tokens carry and tables keep.
    public let seconds: @Sendable () -> Int64
    /// Never goes back, whatever is done to the other one.
    public let monotonicNanoseconds: @Sendable () -> Int64

    /// Two clocks that may be of any kind.
    public init(
        seconds: @escaping @Sendable () -> Int64, monotonicNanoseconds: @escaping @Sendable () -> Int64
    ) {
        self.seconds = seconds
        self.monotonicNanoseconds = monotonicNanoseconds
    }

    /// The clocks of the machine.
    public static let system = AccountClock(
        seconds: { read(CLOCK_REALTIME).seconds },
        monotonicNanoseconds: {
            let time = read(CLOCK_MONOTONIC)
            return time.seconds * 1_000_000_000 + time.nanoseconds
        })

    private static func read(_ clock: clockid_t) -> (seconds: Int64, nanoseconds: Int64) {
        var time = timespec()
        clock_gettime(clock, &time)
        return (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
}
