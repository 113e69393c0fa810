import CoreMetrics
import Synchronization

/// Keeps the service's metrics and prints them in Prometheus' text format 0.0.4.
///
/// A backend of swift-metrics: handlers are made once for each label and its dimensions, and are atomic numbers after.
final class PrometheusRegistry: MetricsFactory {
    /// One line, or one set of lines, of the page.
    private enum Sample {
        case counter(PrometheusCounter)
        case gauge(PrometheusGauge)
        case histogram(PrometheusHistogram)
        case computed(@Sendable () -> Double)
    }

    private struct Family {
        let type: String
        var samples: [(dimensions: String, sample: Sample)] = []
    }

    private let families = Mutex<[String: Family]>([:])
    private let help: [String: String]

    /// - Parameter help: what each metric is, by its name.
    init(help: [String: String]) {
        self.help = help
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        gauge(label, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    // Handlers live as long as the registry: a metric that goes away would look like one that was reset.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    func counter(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusCounter {
        sample(name, "counter", dimensions, .counter(PrometheusCounter())) {
            if case .counter(let counter) = $0 { counter } else { nil }
        } ?? PrometheusCounter()
    }

    func gauge(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusGauge {
        sample(name, "gauge", dimensions, .gauge(PrometheusGauge())) {
            if case .gauge(let gauge) = $0 { gauge } else { nil }
        } ?? PrometheusGauge()
    }

    func histogram(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusHistogram {
        sample(name, "histogram", dimensions, .histogram(PrometheusHistogram())) {
            if case .histogram(let histogram) = $0 { histogram } else { nil }
        } ?? PrometheusHistogram()
    }

    /// A number that is asked for when the page is made.
    func computed(
        _ name: String, type: String, _ dimensions: [(String, String)] = [], _ value: @escaping @Sendable () -> Double
    ) {
        _ = sample(name, type, dimensions, .computed(value)) { _ in true }
    }

    /// What is registered under the name and the dimensions, or the new sample; `nil` when the name has another type.
    private func sample<Handler>(
        _ name: String, _ type: String, _ dimensions: [(String, String)], _ new: Sample,
        _ handler: (Sample) -> Handler?
    ) -> Handler? {
        let labels = dimensions.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        return families.withLock { families in
            if let present = families[name]?.samples.first(where: { $0.dimensions == labels }) {
                return handler(present.sample)
            }
            families[name, default: Family(type: type)].samples.append((labels, new))
            return handler(new)
        }
    }

    /// The whole page, families by name, samples by their labels.
    func page() -> [UInt8] {
        let families = families.withLock { $0.sorted { $0.key < $1.key } }
        var text = ""
        for (name, family) in families {
            text += "# HELP \(name) \(help[name] ?? name)\n# TYPE \(name) \(family.type)\n"
            for (labels, sample) in family.samples.sorted(by: { $0.dimensions < $1.dimensions }) {
                Self.write(sample, name, labels, to: &text)
            }
        }
        return Array(text.utf8)
    }

    private static func write(_ sample: Sample, _ name: String, _ labels: String, to text: inout String) {
        let braced = labels.isEmpty ? "" : "{\(labels)}"
        switch sample {
        case .counter(let counter): text += "\(name)\(braced) \(counter.value)\n"
        case .gauge(let gauge): text += "\(name)\(braced) \(number(gauge.value))\n"
        case .computed(let value): text += "\(name)\(braced) \(number(value()))\n"
        case .histogram(let histogram):
            let prefix = labels.isEmpty ? "" : "\(labels),"
            let counts = histogram.cumulative
            for (bound, count) in zip(PrometheusHistogram.bounds.map(number) + ["+Inf"], counts) {
                text += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(count)\n"
            }
            text += "\(name)_sum\(braced) \(number(histogram.seconds))\n"
            text += "\(name)_count\(braced) \(counts.last ?? 0)\n"
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
