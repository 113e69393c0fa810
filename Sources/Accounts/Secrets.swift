internal import Crypto
internal import Foundation

/// Bytes that nobody can guess.
enum RandomBytes {
    static func make(_ count: Int) -> [UInt8] {
        // The system generator takes its bytes from the kernel.
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static func token(bytes count: Int) -> String {
        Base64.encodeURL(make(count))
    }
}

enum ConstantTime {
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// RFC 4648 without padding, strictly: one text for each sequence of bytes.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    static func encodeURL(_ bytes: [UInt8]) -> String {
        String(encode(bytes).map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }

    /// nil unless `text` is exactly what `encodeURL` makes of some bytes.
    static func decodeURL(_ text: some StringProtocol) -> [UInt8]? {
        let standard = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded) else { return nil }
        let bytes = Array(data)
        return text.utf8.elementsEqual(encodeURL(bytes).utf8) ? bytes : nil
    }
}

enum TokenHash {
    /// What the database keeps of a refresh token. A token has 256 random bits: it needs no salt and no slow hash.
    static func of(_ token: String) -> Data {
        Data(SHA256.hash(data: Data(token.utf8)))
    }
}
