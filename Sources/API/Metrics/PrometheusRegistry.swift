import CoreMetrics
import Synchronization

/// Keeps the service's metrics and prints them in Prometheus' text format 0.0.4.
///
/// A backend of swift-metrics: handlers are made once for each label and its dimensions, and are atomic numbers after.
final class PrometheusRegistry: MetricsFactory {
    /// One line, or one set of lines, of the page.
    enum Sample {
        case counter(PrometheusCounter)
        case gauge(PrometheusGauge)
        case histogram(PrometheusHistogram)
        case computed(@Sendable () -> Double)
    }

    /// All samples of one name.
    struct Family {
        let type: String
        /// By their labels as they stand on the page.
        var samples: [String: Sample] = [:]
    }

    private let families = Mutex<[String: Family]>([:])
    private let help: [String: String]
    private let aliases: [String: String]

    /// - Parameters:
    ///   - help: what each metric is, by its name.
    ///   - aliases: older names under which metrics stand on the page once more, by the names of now.
    init(help: [String: String], aliases: [String: String] = [:]) {
        self.help = help
        self.aliases = aliases
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
        let name = PrometheusText.name(name)
        let labels = dimensions.map { "\(PrometheusText.name($0))=\"\(PrometheusText.escaped($1))\"" }
            .joined(separator: ",")
        return families.withLock { families in
            if let present = families[name] {
                guard present.type == type else { return nil }
                if let sample = present.samples[labels] { return handler(sample) }
            }
            families[name, default: Family(type: type)].samples[labels] = new
            return handler(new)
        }
    }

    /// The whole page, families by name, samples by their labels.
    func page() -> [UInt8] {
        let families = families.withLock { $0 }
        let older = families.compactMap { name, family in aliases[name].map { (name: $0, family: family, is: name) } }
        let all = families.map { (name: $0.key, family: $0.value, is: nil as String?) } + older.map { ($0, $1, $2) }
        var page = PrometheusText()
        for (name, family, current) in all.sorted(by: { $0.name < $1.name }) {
            let text = current.map { "The older name of \($0)." } ?? help[name] ?? name
            page.write(family, name: name, help: text)
        }
        return Array(page.text.utf8)
    }
}
