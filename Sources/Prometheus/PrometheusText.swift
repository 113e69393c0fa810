/// Prometheus' text format 0.0.4.
struct PrometheusText {
    private(set) var text = ""

    /// Everything of one name.
    ///
    /// - Parameter lines: of ``lines(of:)``.
    mutating func write(_ lines: [String], name: String, type: String, help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for line in lines {
            text += name
            text += line
        }
    }

    /// The lines of a family without its name, which each of them begins with.
    static func lines(of family: PrometheusRegistry.Family) -> [String] {
        family.samples.flatMap { labels, sample in
            let braced = labels.isEmpty ? "" : "{\(labels)}"
            return switch sample {
            case .counter(let counter): ["\(braced) \(counter.value)\n"]
            case .gauge(let gauge): ["\(braced) \(number(gauge.value))\n"]
            case .computed(let value): ["\(braced) \(number(value()))\n"]
            case .histogram(let histogram): lines(of: histogram, labels, braced)
            }
        }
    }

    private static func lines(of histogram: PrometheusHistogram, _ labels: String, _ braced: String) -> [String] {
        let prefix = labels.isEmpty ? "" : "\(labels),"
        let counts = histogram.cumulative
        return zip(bounds, counts).map { bound, count in "_bucket{\(prefix)le=\"\(bound)\"} \(count)\n" }
            + ["_sum\(braced) \(number(histogram.seconds))\n", "_count\(braced) \(counts.last ?? 0)\n"]
    }

    private static let bounds = (PrometheusHistogram.bounds + [.infinity]).map(number)

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
