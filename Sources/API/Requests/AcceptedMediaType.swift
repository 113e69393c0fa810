import HTTPTypes
import Hummingbird

extension Request {
    /// The media type that the request likes best (RFC 9110, section 12.5.1), of some that there are; the first of them
    /// when it says nothing of any.
    func acceptedMediaType(of types: [String]) -> String {
        let ranges = headers[values: .accept].flatMap { $0.lowercased().split(separator: ",") }.map(MediaRange.init)
        // The first of the best, as clients that give no weights mean it.
        var best: (type: String, weight: Double)?
        for range in ranges where range.weight > best?.weight ?? 0 {
            guard let type = types.first(where: range.includes) else { continue }
            best = (type, range.weight)
        }
        return best?.type ?? types[0]
    }
}

private struct MediaRange {
    let name: String
    let weight: Double

    init(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.trimmed() }
        name = parts.first ?? ""
        weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
    }

    func includes(_ type: String) -> Bool {
        name == type || name == "*/*" || name.hasSuffix("/*") && type.hasPrefix(name.dropLast())
    }
}
