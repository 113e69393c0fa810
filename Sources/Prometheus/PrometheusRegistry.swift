package import CoreMetrics
import Synchronization

/// Keeps the service's metrics and prints them in Prometheus' text format 0.0.4.
///
/// A backend of swift-metrics: handlers are made once for each label and its dimensions, and are atomic numbers after.
package final class PrometheusRegistry: MetricsFactory {
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
        /// With their labels as they stand on the page, in the order of these.
        private(set) var samples: [(labels: String, sample: Sample)] = []

        init(type: String) {
            self.type = type
        }

        /// The sample with these labels; the new one where there is none yet.
        mutating func sample(_ labels: String, or new: Sample) -> Sample {
            let place = samples.firstIndex { !($0.labels < labels) } ?? samples.endIndex
            if place < samples.endIndex, samples[place].labels == labels { return samples[place].sample }
            samples.insert((labels, new), at: place)
            return new
        }
    }

    private let families = Mutex<[String: Family]>([:])
    private let help: [String: String]
    private let aliases: [String: String]

    /// - Parameters:
    ///   - help: what each metric is, by its name.
    ///   - aliases: older names under which metrics stand on the page once more, by the names of now.
    package init(help: [String: String], aliases: [String: String] = [:]) {
        self.help = help
        self.aliases = aliases
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        gauge(label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    // Handlers live as long as the registry: a metric that goes away would look like one that was reset.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    package func counter(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusCounter {
        sample(name, "counter", dimensions, .counter(PrometheusCounter())) {
            if case .counter(let counter) = $0 { counter } else { nil }
        } ?? PrometheusCounter()
    }

    package func gauge(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusGauge {
        sample(name, "gauge", dimensions, .gauge(PrometheusGauge())) {
            if case .gauge(let gauge) = $0 { gauge } else { nil }
        } ?? PrometheusGauge()
    }

    package func histogram(_ name: String, _ dimensions: [(String, String)] = []) -> PrometheusHistogram {
        sample(name, "histogram", dimensions, .histogram(PrometheusHistogram())) {
            if case .histogram(let histogram) = $0 { histogram } else { nil }
        } ?? PrometheusHistogram()
    }

    /// A number that is asked for when the page is made.
    package func computed(
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
            guard families[name, default: Family(type: type)].type == type else { return nil }
            return handler(families[name, default: Family(type: type)].sample(labels, or: new))
        }
    }

    /// The whole page, families by name, samples by their labels. Numbers are asked for once, whatever the names.
    package func page() -> [UInt8] {
        let families = families.withLock { $0 }
        var parts: [(name: String, type: String, help: String, lines: [String])] = []
        for (name, family) in families {
            let lines = PrometheusText.lines(of: family)
            parts.append((name, family.type, help[name] ?? name, lines))
            if let older = aliases[name] { parts.append((older, family.type, "The older name of \(name).", lines)) }
        }
        var page = PrometheusText()
        for part in parts.sorted(by: { $0.name < $1.name }) {
            page.write(part.lines, name: part.name, type: part.type, help: part.help)
        }
        return Array(page.text.utf8)
    }
}
