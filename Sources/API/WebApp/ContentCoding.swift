/// A packed form in which a file may be sent (RFC 9110, section 8.4.1).
enum ContentCoding: String, CaseIterable, Sendable {
    case brotli = "br"
    case gzip

    /// The ending of a file packed in this form.
    var ending: String { self == .brotli ? ".br" : ".gz" }

    /// Of the forms that there are, the one the client prefers; the smaller one where it does not mind. `nil` when it
    /// takes none of them.
    static func best(of present: some Collection<ContentCoding>, for acceptEncoding: String?) -> ContentCoding? {
        guard let acceptEncoding, !present.isEmpty else { return nil }
        let weights = weights(in: acceptEncoding)
        var best: (coding: ContentCoding, weight: Double)?
        for coding in allCases where present.contains(coding) {
            let weight = weights[coding.rawValue] ?? weights["*"] ?? 0
            if weight > best?.weight ?? 0 { best = (coding, weight) }
        }
        return best?.coding
    }

    /// `br;q=0.5, gzip` as the weight of each name; 1 where none is given, 0 where it cannot be read.
    private static func weights(in list: String) -> [String: Double] {
        var weights: [String: Double] = [:]
        for item in list.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.trimmed() }
            guard let name = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            weights[name] = weight ?? 1
        }
        return weights
    }
}
