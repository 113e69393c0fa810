package import CoreMetrics
import Synchronization

/// A counter, as an atomic number.
package final class PrometheusCounter: CounterHandler {
    private let count = Atomic<Int64>(0)

    package init() {}

    package var value: Int64 { count.load(ordering: .relaxed) }

    package func increment(by amount: Int64) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    package func reset() {
        count.store(0, ordering: .relaxed)
    }
}

/// A number that goes up and down.
package final class PrometheusGauge: MeterHandler, RecorderHandler {
    private let bits = Atomic<UInt64>(0)

    package init() {}

    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    package func set(_ value: Int64) { set(Double(value)) }
    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
    package func record(_ value: Int64) { set(Double(value)) }
    package func record(_ value: Double) { set(value) }
    package func increment(by amount: Double) { change { $0 + amount } }
    package func decrement(by amount: Double) { change { $0 - amount } }

    private func change(_ body: (Double) -> Double) {
        var current = bits.load(ordering: .relaxed)
        while true {
            let changed = body(Double(bitPattern: current)).bitPattern
            let result = bits.compareExchange(expected: current, desired: changed, ordering: .relaxed)
            if result.exchanged { return }
            current = result.original
        }
    }
}

/// A histogram of durations. Buckets are counted one by one here and added up when the page is made.
package final class PrometheusHistogram: TimerHandler {
    /// Upper bounds in seconds: those of the OpenTelemetry conventions for HTTP, with finer ones below.
    package static let bounds = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ]

    private let buckets: [PrometheusCounter] = (0...bounds.count).map { _ in PrometheusCounter() }
    private let nanoseconds = Atomic<Int64>(0)

    package init() {}

    package func recordNanoseconds(_ duration: Int64) {
        let duration = max(0, duration)
        let seconds = Double(duration) * 1e-9
        let index = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        buckets[index].increment(by: 1)
        nanoseconds.wrappingAdd(duration, ordering: .relaxed)
    }

    package func preferDisplayUnit(_ unit: TimeUnit) {}

    /// Counts by upper bound, each with all below it; the last is of all.
    package var cumulative: [Int64] {
        var total: Int64 = 0
        return buckets.map { bucket in
            total += bucket.value
            return total
        }
    }

    package var seconds: Double { Double(nanoseconds.load(ordering: .relaxed)) * 1e-9 }
}
