/// Prometheus' text format 0.0.4.
struct PrometheusText {
    private(set) var text = ""

    /// All lines of one name.
    mutating func write(_ family: PrometheusRegistry.Family, name: String, help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(family.type)\n"
        for (labels, sample) in family.samples.sorted(by: { $0.key < $1.key }) {
            write(sample, name, labels)
        }
    }

    private mutating func write(_ sample: PrometheusRegistry.Sample, _ name: String, _ labels: String) {
        let braced = labels.isEmpty ? "" : "{\(labels)}"
        switch sample {
        case .counter(let counter): text += "\(name)\(braced) \(counter.value)\n"
        case .gauge(let gauge): text += "\(name)\(braced) \(Self.number(gauge.value))\n"
        case .computed(let value): text += "\(name)\(braced) \(Self.number(value()))\n"
        case .histogram(let histogram): write(histogram, name, labels, braced)
        }
    }

    private mutating func write(_ histogram: PrometheusHistogram, _ name: String, _ labels: String, _ braced: String) {
        let prefix = labels.isEmpty ? "" : "\(labels),"
        let counts = histogram.cumulative
        for (bound, count) in zip(PrometheusHistogram.bounds + [.infinity], counts) {
            text += "\(name)_bucket{\(prefix)le=\"\(Self.number(bound))\"} \(count)\n"
        }
        text += "\(name)_sum\(braced) \(Self.number(histogram.seconds))\n"
        text += "\(name)_count\(braced) \(counts.last ?? 0)\n"
    }

    /// A number as Prometheus reads it: whole ones without a point.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value == value.rounded() && abs(value) < 0x1p53 ? String(Int64(value)) : String(value)
    }

    /// A label's value between its quotes.
    static func escaped(_ text: String) -> String {
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

    /// A name with `_` for each character that Prometheus does not allow: libraries use points and dashes too.
    static func name(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.enumerated().map { place, character in
                    switch character {
                    case "a"..."z", "A"..."Z", "_": character
                    case "0"..."9" where place > 0: character
                    default: "_"
                    }
                }))
    }
}
