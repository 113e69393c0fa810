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
        let weights = Dictionary(HeaderValue.weighted(acceptEncoding).map { ($0.name, $0.weight) }) { _, last in last }
        var best: (coding: ContentCoding, weight: Double)?
        for coding in allCases where present.contains(coding) {
            let weight = weights[coding.rawValue] ?? weights["*"] ?? 0
            if weight > best?.weight ?? 0 { best = (coding, weight) }
        }
        return best?.coding
    }
}
