internal import Synchronization

extension EventID {
    /// Makes identities that only grow, whatever the clock does.
    ///
    /// RFC 9562, section 6.2, method 1: a counter of 42 bits after the milliseconds, begun anew at a random value in
    /// every millisecond and counted up within one. When the clock goes back the last millisecond stays; when the
    /// counter is used up it runs into the next.
    package final class Generator: Sendable {
        private struct State {
            var milliseconds: UInt64 = 0
            var counter: UInt64 = 0
            var random: UInt64 = 0

            mutating func begin(_ milliseconds: UInt64) {
                self.milliseconds = milliseconds
                counter = UInt64.random(in: Generator.firstCounters)
                random = UInt64.random(in: 0..<(1 << 32))
            }

            var identity: EventID {
                EventID(
                    high: milliseconds << 16 | 0x7000 | counter >> 30,
                    low: 0x8000_0000_0000_0000 | (counter & 0x3fff_ffff) << 32 | random)
            }
        }

        /// Half of the counter's range, so that as many identities again fit into the millisecond it starts in.
        private static let firstCounters: Range<UInt64> = 0..<(1 << 41)
        private static let counterLimit: UInt64 = 1 << 42

        private let clock: @Sendable () -> Int64
        private let state = Mutex(State())

        /// - Parameter clock: microseconds since 1970.
        package init(clock: @escaping @Sendable () -> Int64 = Event.now) {
            self.clock = clock
        }

        package func next() -> EventID {
            let now = UInt64(max(clock(), 0)) / 1000
            return state.withLock { state in
                if now > state.milliseconds {
                    state.begin(now)
                } else if state.counter + 1 < Self.counterLimit {
                    state.counter += 1
                } else {
                    state.begin(state.milliseconds + 1)
                }
                return state.identity
            }
        }
    }
}
