import HTTPTypes

/// The names of a request's fields. Those that clients send are made once: a name costs two strings.
enum FieldNames {
    /// What a field says to the server itself.
    enum Meaning {
        case none
        case host
        case length
        case coding
        case connection
        case expectation
    }

    /// The name that bytes spell; nil for what is none (RFC 9110, section 5.1).
    static func name(_ bytes: UnsafeRawBufferPointer) -> (HTTPField.Name, Meaning)? {
        guard !bytes.isEmpty else { return nil }
        if bytes.count < known.count {
            for known in known[bytes.count] where zip(known.text, bytes).allSatisfy({ $0 == lowercase($1) }) {
                return (known.name, known.meaning)
            }
        }
        return HTTPField.Name(String(decoding: bytes, as: UTF8.self)).map { ($0, .none) }
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

    private struct Known {
        let text: [UInt8]
        let name: HTTPField.Name
        let meaning: Meaning
    }

    /// By their length.
    private static let known: [[Known]] = {
        let heeded: [(HTTPField.Name, Meaning)] = [
            (HTTPField.Name(validated: "Host"), .host), (.contentLength, .length), (.transferEncoding, .coding),
            (.connection, .connection), (.expect, .expectation),
        ]
        let others: [HTTPField.Name] = [
            .accept, .acceptEncoding, .acceptLanguage, .authorization, .cacheControl, .contentEncoding, .contentType,
            .cookie, .ifNoneMatch, .lastEventID, .origin, .referer, .upgrade, .userAgent, .xForwardedFor, .xRequestID,
            HTTPField.Name(validated: "X-Forwarded-Proto"), HTTPField.Name(validated: "X-Real-IP"),
            HTTPField.Name(validated: "Priority"), HTTPField.Name(validated: "Sec-Fetch-Dest"),
            HTTPField.Name(validated: "Sec-Fetch-Mode"), HTTPField.Name(validated: "Sec-Fetch-Site"),
            .traceParent,
        ]
        let all = (heeded + others.map { ($0, .none) }).map { name, meaning in
            Known(text: Array(name.canonicalName.utf8), name: name, meaning: meaning)
        }
        let longest = all.map(\.text.count).max() ?? 0
        return (0...longest).map { length in all.filter { $0.text.count == length } }
    }()
}
