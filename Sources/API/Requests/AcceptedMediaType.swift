import HTTPTypes
import Hummingbird

extension Request {
    /// The media type that the request likes best (RFC 9110, section 12.5.1), of some that there are; the first of them
    /// when it says nothing of any.
    func acceptedMediaType(of types: [String]) -> String {
        let ranges = headers[values: .accept].flatMap(HeaderValue.weighted)
        // The first of the best, as clients that give no weights mean it.
        var best: (type: String, weight: Double)?
        for range in ranges where range.weight > best?.weight ?? 0 {
            guard let type = types.first(where: { Self.includes(range.name, $0) }) else { continue }
            best = (type, range.weight)
        }
        return best?.type ?? types[0]
    }

    private static func includes(_ range: String, _ type: String) -> Bool {
        range == type || range == "*/*" || range.hasSuffix("/*") && type.hasPrefix(range.dropLast())
    }
}
