import HTTPTypes

/// The names of a request's fields. Those that clients send are made once: a name costs two strings.
enum FieldNames {
    static let host = HTTPField.Name(validated: "Host")

    /// The name that bytes spell; nil for what is none (RFC 9110, section 5.1).
    static func name(_ bytes: UnsafeRawBufferPointer) -> HTTPField.Name? {
        guard !bytes.isEmpty else { return nil }
        if bytes.count < known.count {
            for (text, name) in known[bytes.count] where zip(text, bytes).allSatisfy({ $0 == lowercase($1) }) {
                return name
            }
        }
        return HTTPField.Name(String(decoding: bytes, as: UTF8.self))
    }

    /// A byte that may stand in a name, as a small letter; 0 for one that may not.
    static func lowercase(_ byte: UInt8) -> UInt8 { letters[Int(byte)] }

    private static let letters: [UInt8] = (0...255).map { byte in
        let byte = UInt8(byte)
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
        default: return "!#$%&'*+-.^_`|~".utf8.contains(byte) ? byte : 0
        }
    }

    /// By their length.
    private static let known: [[(text: [UInt8], name: HTTPField.Name)]] = {
        let names: [HTTPField.Name] = [
            host, .accept, .acceptEncoding, .acceptLanguage, .authorization, .cacheControl, .connection,
            .contentEncoding, .contentLength, .contentType, .cookie, .expect, .ifNoneMatch, .lastEventID, .origin,
            .referer, .transferEncoding, .upgrade, .userAgent, .xForwardedFor, .xRequestID,
            HTTPField.Name(validated: "X-Forwarded-Proto"), HTTPField.Name(validated: "X-Real-IP"),
            HTTPField.Name(validated: "Priority"), HTTPField.Name(validated: "Sec-Fetch-Dest"),
            HTTPField.Name(validated: "Sec-Fetch-Mode"), HTTPField.Name(validated: "Sec-Fetch-Site"),
            HTTPField.Name(validated: "traceparent"),
        ]
        let longest = names.map(\.canonicalName.utf8.count).max() ?? 0
        return (0...longest).map { length in
            names.filter { $0.canonicalName.utf8.count == length }.map { (Array($0.canonicalName.utf8), $0) }
        }
    }()
}
